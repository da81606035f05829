create schema if not exists places;

-- 街道、社区、网格 of a district. `parent` is the area it lies in, null for a street.
create table places.area (
  district text   not null,
  code     text   not null,
  level    text   not null check (level in ('street', 'community', 'grid')),
  name     text   not null,
  parent   text,
  aliases  text[] not null default '{}',
  primary key (district, code),
  foreign key (district, parent) references places.area (district, code),
  check ((parent is null) = (level = 'street')),
  check (starts_with(code, level || '_'))
);

create index area_by_parent on places.area (district, parent, code);
