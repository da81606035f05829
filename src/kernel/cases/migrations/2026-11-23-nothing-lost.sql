-- Every case that has not ended, in one narrow row: what lights and the audit look at, so that neither walks the wide
-- cards. Written with the card, gone with the end of the case; only its key is indexed, so that an update stays in its page.
create table cases.alive (
  district text not null,
  case_id text not null,
  unit text,
  area text,
  due timestamptz,
  warn_at timestamptz,
  overdue boolean not null,
  settled boolean not null,
  held boolean not null,
  joint boolean not null,
  changed_at timestamptz not null,
  primary key (district, case_id)
) with (fillfactor = 70);

-- What the audit "nothing is lost" looks for. Each of the first two is empty as long as nothing is lost, so it costs nothing.
create index card_without_clock on cases.card (district, id) where due is null and not ended;
create index card_without_unit on cases.card (district, id) where unit is null and not ended;
create index card_child_alive on cases.card (district, id) where parent is not null and not ended;
create index card_with_children on cases.card (district, id) where not ended and state -> 'children' <> '{}'::jsonb;
