-- Texts that answers begin from. Every version stays; the highest one holds. `unit` null: of the whole district.
create table cases.reply_template (
  district   text not null,
  id         text not null,
  version    int  not null check (version > 0),
  unit       text,
  name       text not null check (name <> ''),
  body       text not null,
  live       boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id, version)
);
