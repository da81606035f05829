-- A code may also hang in a facility.
alter table channels.entry drop constraint entry_kind_check;
alter table channels.entry add constraint entry_kind_check
  check (kind in ('mailbox', 'station', 'case', 'grid-member', 'facility'));
