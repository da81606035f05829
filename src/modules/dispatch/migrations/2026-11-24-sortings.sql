-- What was proposed and what a person chose, each time somebody says where a case belongs. No word of any text.
create table dispatch.sorting (
  district text not null,
  case_id text not null,
  seq int not null,
  at timestamptz not null,
  by_staff text not null,
  kind text not null,
  proposed_category text not null,
  proposed_unit text not null,
  chosen_category text not null,
  -- Null where only the category was said.
  chosen_unit text,
  -- Null where nobody has measured how often such a guess is right.
  confidence real,
  sure boolean not null,
  category_corrected boolean not null,
  unit_corrected boolean not null,
  primary key (district, case_id, seq)
);
create index sorting_at on dispatch.sorting (district, at);
create index sorting_by on dispatch.sorting (district, by_staff, at);
