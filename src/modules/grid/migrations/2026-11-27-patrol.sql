create schema if not exists grid;

-- 巡查签到: one stretch of duty of one grid worker, from signing in to signing out.
create table grid.duty (
  district text not null,
  staff text not null,
  began timestamptz not null,
  ended timestamptz,
  primary key (district, staff, began)
);
create unique index duty_open on grid.duty (district, staff) where ended is null;

-- 轨迹: where he went while on duty. His own alone, and deleted after some days.
create table grid.track (
  district text not null,
  staff text not null,
  at timestamptz not null,
  lng float8 not null,
  lat float8 not null,
  accuracy float8,
  primary key (district, staff, at)
);
create index track_at on grid.track (at);
