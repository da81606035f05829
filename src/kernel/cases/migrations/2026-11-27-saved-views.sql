-- Filters of a list that a member of staff keeps under a name; his own alone. `asked` holds filters, never what was searched for.
create table cases.saved_view (
  district   text not null,
  staff      text not null,
  id         text not null,
  name       text not null check (name <> ''),
  place      int  not null check (place >= 0),
  asked      jsonb not null,
  changed_at timestamptz not null,
  primary key (district, staff, id),
  unique (district, staff, name)
);
