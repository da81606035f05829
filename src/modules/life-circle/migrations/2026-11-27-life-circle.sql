create schema if not exists life_circle;

-- A profile as a district has changed it; version 0 of a shipped one stands in the code. Versions are only added.
create table life_circle.profile (
  district text not null,
  id text not null,
  version int not null,
  body jsonb not null,
  note text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id, version)
);

-- The city's own ledger of facilities; `origin` tells whether it came from the map at first.
create table life_circle.facility (
  district text not null,
  code text not null,
  kind text not null,
  name text not null,
  status text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  address text not null,
  hours text not null,
  open_to_all boolean not null,
  capacity double precision,
  capacity_unit text,
  floor_area double precision,
  evidence text not null,
  origin text not null,
  version int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, code)
);
create index facility_changed on life_circle.facility (district, changed_at desc, code desc);
create index facility_name on life_circle.facility (district, name, code);
create index facility_kind on life_circle.facility (district, kind, code);

-- Every state a facility has had, so that any past figure can be reckoned again.
create table life_circle.facility_version (
  district text not null,
  code text not null,
  version int not null,
  body jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, code, version)
);

-- A walking network with its origins; the bytes lie under DATA_DIR, named by their hash.
create table life_circle.network (
  district text not null,
  version int not null,
  source text not null,
  source_hash text not null,
  population_source text,
  population_hash text,
  bytes_hash text not null,
  nodes int not null,
  edges int not null,
  origins int not null,
  people double precision not null,
  report jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (district, version)
);

-- What a district reckons with when nobody says otherwise.
create table life_circle.standing (
  district text primary key,
  profile text,
  network int
);

-- A figure with everything it was reckoned from: the same key gives the same figure.
create table life_circle.result (
  district text not null,
  key text not null,
  network int not null,
  profile text not null,
  profile_version int not null,
  walker text not null,
  facilities_hash text not null,
  body jsonb not null,
  made_at timestamptz not null,
  primary key (district, key)
);
