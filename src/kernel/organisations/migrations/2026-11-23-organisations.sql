create schema if not exists organisations;

-- One line per district; whoever changes the tree, the roles or the posts raises it first and so queues behind the last.
create table organisations.revision (
  district text primary key,
  number   bigint not null
);

-- Days run from from_day up to, not including, to_day. Equal days: replaced on the day it began, so it never held.
create table organisations.unit (
  district    text not null,
  id          text not null,
  version     int not null,
  name        text not null,
  short_name  text not null,
  kind        text not null check (kind in ('line', 'territory')),
  level       text not null check (level in ('district', 'department', 'section', 'street', 'community')),
  parent      text,
  code        text not null,
  from_day    date not null,
  to_day      date,
  merged_into text,
  primary key (district, id, version),
  check (to_day is null or to_day >= from_day),
  check (parent is distinct from id)
);

create table organisations.role (
  district     text not null,
  id           text not null,
  name         text not null,
  rights       text[] not null,
  capacities   text[] not null,
  scope        text not null check (scope in ('all', 'chosen-units', 'unit-and-below', 'unit', 'own', 'grid')),
  primary key (district, id)
);

create table organisations.post (
  district     text not null,
  id           text not null,
  staff        text not null,
  unit         text not null,
  role         text not null,
  chosen_units text[] not null,
  grids        text[] not null,
  part_time    boolean not null,
  from_day     date not null,
  to_day       date,
  primary key (district, id),
  foreign key (district, staff) references people.staff (district, id),
  foreign key (district, role) references organisations.role (district, id),
  check (to_day is null or to_day >= from_day)
);
create index post_by_staff on organisations.post (district, staff);
create index post_by_unit on organisations.post (district, unit);

create table organisations.substitution (
  district   text not null,
  id         text not null,
  post       text not null,
  substitute text not null,
  reason     text not null,
  from_day   date not null,
  to_day     date not null,
  primary key (district, id),
  foreign key (district, post) references organisations.post (district, id),
  foreign key (district, substitute) references people.staff (district, id),
  check (to_day >= from_day)
);
create index substitution_by_substitute on organisations.substitution (district, substitute);
create index substitution_by_post on organisations.substitution (district, post);

create table organisations.duty (
  district        text not null,
  id              text not null,
  matter_category text not null,
  unit            text not null,
  area            text,
  part            text not null check (part in ('lead', 'assist')),
  basis           text not null,
  from_day        date not null,
  to_day          date,
  primary key (district, id),
  check (to_day is null or to_day >= from_day)
);
create index duty_by_category on organisations.duty (district, matter_category, id);
create index duty_by_unit on organisations.duty (district, unit, id);

-- Where everything goes that no line of the duty list names. It may move to another unit; it may not go away.
create table organisations.fallback_desk (
  district text primary key,
  unit     text not null,
  basis    text not null
);

create function organisations.keep_fallback_desk() returns trigger language plpgsql as $$
begin
  raise exception 'a district always has a fallback desk';
end $$;

create trigger fallback_desk_stays before delete on organisations.fallback_desk
  for each row execute function organisations.keep_fallback_desk();
create trigger fallback_desks_stay before truncate on organisations.fallback_desk
  for each statement execute function organisations.keep_fallback_desk();
