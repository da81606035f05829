create schema if not exists sensors;

create table sensors.sensor (
  district          text not null,
  id                text not null,
  name              text not null,
  kind              text not null,
  unit              text not null,
  place             text not null,
  area              text,
  lat               double precision,
  long              double precision,
  scale             double precision not null,
  shift             double precision not null,
  maintenance_until timestamptz,
  keep_days         int not null,
  active            boolean not null,
  changed_at        timestamptz not null,
  changed_by        text not null,
  primary key (district, id)
);

-- Where each sensor stands: rewritten with every batch, so it is narrow and has room in its page.
create table sensors.state (
  district   text not null,
  sensor     text not null,
  last_at    timestamptz,
  last_value double precision,
  rules      jsonb not null,
  primary key (district, sensor)
) with (fillfactor = 50);

-- Calibrated values. The key is what makes a reading told twice one reading.
create table sensors.reading (
  district text not null,
  sensor   text not null,
  at       timestamptz not null,
  value    double precision not null,
  primary key (district, sensor, at)
);

-- Every version of every rule; the last one counts.
create table sensors.rule (
  district   text not null,
  id         text not null,
  version    int not null,
  body       jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id, version)
);

create table sensors.episode (
  district     text not null,
  id           text not null,
  sensor       text not null,
  rule         text not null,
  rule_version int not null,
  case_id      text not null,
  began_at     timestamptz not null,
  raised_at    timestamptz not null,
  recovered_at timestamptz,
  value        double precision,
  peak         double precision,
  primary key (district, id)
);
create index episode_of_sensor on sensors.episode (district, sensor, rule, raised_at desc);
create index episode_newest on sensors.episode (district, raised_at desc, id desc);

-- What could not be taken, counted by day, so that a sensor nobody knows is seen and not lost in a log.
create table sensors.fault (
  district text not null,
  day      date not null,
  sensor   text not null,
  fault    text not null,
  count    int not null,
  last_at  timestamptz not null,
  primary key (district, day, sensor, fault)
);

-- Which process reads the broker: one at a time, the others wait.
create table sensors.listener (
  district text not null,
  holder   text not null,
  until    timestamptz not null,
  primary key (district)
);
