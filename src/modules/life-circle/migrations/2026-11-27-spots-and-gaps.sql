-- A gap that became work: what it measured before, and again when the task had ended.
create table life_circle.gap_task (
  district text not null,
  case_id text not null,
  kind text not null,
  walker text not null,
  area text,
  plan text,
  before_figure jsonb not null,
  after_figure jsonb,
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (district, case_id)
);
create index gap_task_opened on life_circle.gap_task (district, opened_at desc, case_id desc);

-- Small places that somebody cares for (精雕细琢); the code stands on the spot as a QR code.
create table life_circle.spot (
  district text not null,
  code text not null,
  kind text not null,
  name text not null,
  status text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  about text not null,
  unit text,
  keeper text not null,
  upkeep_days int not null,
  photos text[] not null,
  last_upkeep timestamptz,
  version int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, code)
);
create index spot_changed on life_circle.spot (district, changed_at desc, code desc);

create table life_circle.spot_upkeep (
  district text not null,
  spot text not null,
  id text not null,
  note text not null,
  photos text[] not null,
  done_at timestamptz not null,
  done_by text not null,
  primary key (district, spot, id)
);

-- One opinion of one person about one spot; rated again it is changed. `on_spot`: told within 150 m of it.
create table life_circle.spot_rating (
  district text not null,
  spot text not null,
  person text not null,
  stars smallint not null,
  note text not null,
  on_spot boolean not null,
  rated_at timestamptz not null,
  primary key (district, spot, person)
);

-- What somebody asks for around a place (问需); the point is kept to a hundred metres only.
create table life_circle.wish (
  district text not null,
  person text not null,
  kind text not null,
  note text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  wished_at timestamptz not null,
  primary key (district, person, kind)
);
create index wish_kind on life_circle.wish (district, kind, wished_at desc);

-- Changes tried on the map, with what they bring, reckoned when the plan was saved.
create table life_circle.plan (
  district text not null,
  id text not null,
  name text not null,
  note text not null,
  network int not null,
  profile text not null,
  profile_version int not null,
  walker text not null,
  edits jsonb not null,
  outcome jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (district, id)
);
create index plan_saved on life_circle.plan (district, saved_at desc, id desc);
