-- Layers of areas in editions. An edition is written as a draft, checked, and published whole or not at all.
-- Citus: all tables of this house distributed by district and co-located.
create table places.layer_version (
  district     text not null,
  layer        text not null check (layer in ('district', 'street', 'community', 'social-grid', 'duty-grid', 'unit-grid')),
  version      int  not null check (version > 0),
  state        text not null check (state in ('draft', 'published', 'discarded')),
  from_day     date,
  -- The first day on which it no longer holds.
  to_day       date,
  features     int  not null,
  area         double precision not null,
  note         text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  published_at timestamptz,
  published_by text,
  primary key (district, layer, version),
  check ((state = 'published') = (from_day is not null)),
  check (to_day is null or to_day >= from_day)
);

-- One area of an edition. Coordinates WGS84 degrees, as in a GeoJSON MultiPolygon; area in square metres; lng, lat inside it.
create table places.feature (
  district   text not null,
  layer      text not null,
  version    int  not null,
  code       text not null,
  name       text not null,
  parent     text,
  land_use   text not null,
  grade      text not null,
  -- 责任主体 as written; empty: nobody, and the territory bears it.
  owner      text not null,
  owner_unit text,
  kind       text not null check (kind in ('basic', 'dedicated')),
  area       double precision not null,
  lng        double precision not null,
  lat        double precision not null,
  surface    jsonb not null,
  primary key (district, layer, version, code),
  foreign key (district, layer, version) references places.layer_version on delete cascade
);
create index feature_by_name on places.feature (district, layer, version, name, code);
create index feature_by_area on places.feature (district, layer, version, area, code);
create index feature_by_parent on places.feature (district, layer, version, parent, code);

-- What the city changed in the rules by which codes are made; what is not here is as shipped.
create table places.code_rule (
  district   text not null,
  layer      text not null,
  body       jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, layer)
);

-- A file that is being read and checked. The file itself goes when the run is over.
create table places.import_run (
  district   text not null,
  id         text not null,
  layer      text not null,
  file_name  text not null,
  system     text not null,
  tolerance  double precision not null,
  state      text not null check (state in ('waiting', 'running', 'ready', 'faulty', 'unreadable', 'cancelled', 'published', 'discarded')),
  step       text not null,
  done       int  not null,
  total      int  not null,
  is_to_stop boolean not null,
  version    int,
  features   int  not null,
  grave      int  not null,
  remarks    int  not null,
  report     jsonb,
  refusal    text,
  at         timestamptz not null,
  by         text not null,
  ended_at   timestamptz,
  primary key (district, id)
);
create index import_run_by_time on places.import_run (district, at, id);

create table places.import_file (
  district text  not null,
  id       text  not null,
  content  bytea not null,
  primary key (district, id),
  foreign key (district, id) references places.import_run on delete cascade
);

-- 部件: what kinds of public assets there are, and each of them as it stands now and as it stood after every change.
create table places.component_type (
  district   text not null,
  code       text not null check (code ~ '^\d{4}$'),
  class      text not null,
  name       text not null,
  active     boolean not null,
  mark       text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, code)
);

create table places.component (
  district   text not null,
  code       text not null,
  type       text not null,
  name       text not null,
  owner      text not null,
  owner_unit text,
  keeper     text not null,
  state      text not null check (state in ('in-use', 'damaged', 'missing', 'under-repair', 'removed')),
  place      text not null,
  lng        double precision not null,
  lat        double precision not null,
  community  text,
  grid       text,
  unit_grid  text,
  note       text not null,
  seq        int  not null check (seq > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, code)
);
create index component_by_change on places.component (district, changed_at, code);
create index component_by_type on places.component (district, type, code);
create index component_by_state on places.component (district, state, code);
create index component_by_community on places.component (district, community, code);
create index component_by_place on places.component (district, lng, lat);

-- Append only: what was changed, from what to what.
create table places.component_change (
  district text not null,
  code     text not null,
  seq      int  not null check (seq > 0),
  kind     text not null,
  at       timestamptz not null,
  by       text not null,
  reason   text not null,
  change   jsonb not null,
  primary key (district, code, seq)
);

-- Roads, lanes, estates, buildings, entrances, rooms. `search` holds every way in which somebody may write it, in plain
-- letters, with a bar between; `grams` its pairs of letters.
create table places.address (
  district   text not null,
  id         text not null check (id like 'addr\_%'),
  level      text not null check (level in ('road', 'lane', 'estate', 'building', 'entrance', 'room')),
  name       text not null,
  parent     text,
  aliases    text[] not null,
  path       text not null,
  search     text not null,
  grams      text[] not null,
  lng        double precision,
  lat        double precision,
  street     text,
  community  text,
  grid       text,
  active     boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id),
  foreign key (district, parent) references places.address (district, id)
);
create index address_by_parent on places.address (district, parent, name, id);
create index address_by_path on places.address (district, path, id);
create index address_by_grams on places.address using gin (grams);
