-- A code may also lead to whoever cares for a grid.
alter table channels.entry drop constraint entry_kind_check;
alter table channels.entry add constraint entry_kind_check check (kind in ('mailbox', 'station', 'case', 'grid-member'));
