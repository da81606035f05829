create schema if not exists indicators;

-- Sums of cases.delta, one dimension at a time (unit, category, area). Dropped and rebuilt at any time.
-- `day` is the cohort day.
create table indicators.cube (
  district text not null,
  measure text not null,
  dim text not null,
  day date not null,
  key text not null,
  n bigint not null,
  primary key (district, measure, dim, day, key) include (n)
);

-- What stands (open cases) by the local day on which it changed: its sum up to a day is how it stood that evening.
create table indicators.trend (
  district text not null,
  measure text not null,
  dim text not null,
  day date not null,
  key text not null,
  n bigint not null,
  primary key (district, measure, dim, day, key)
);

-- The cases that bring what stands now, and nothing else, so that their list is as short as the figure.
create table indicators.standing (
  district text not null,
  measure text not null,
  day date not null,
  case_id text not null,
  unit text not null,
  category text not null,
  area text not null,
  n bigint not null,
  primary key (district, measure, day, case_id, unit, category, area)
);

-- What stands, over all days: as it is now.
create table indicators.total (
  district text not null,
  measure text not null,
  dim text not null,
  key text not null,
  n bigint not null,
  primary key (district, measure, dim, key)
);

-- Every delta recorded before `until` is in the cube, none after it; `standing` are the measures that trend and total keep.
create table indicators.rolled (
  district text not null,
  until timestamptz not null,
  standing text[] not null,
  primary key (district)
);
