-- Long work that somebody waits for: how far it is, and whether it is to stop. Gone when it has ended.
create unlogged table life_circle.run (
  district text not null,
  id text not null,
  what text not null,
  told real not null,
  is_to_stop boolean not null,
  by text not null,
  told_at timestamptz not null,
  primary key (district, id)
);
