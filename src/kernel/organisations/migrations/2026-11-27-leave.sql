-- A leave (请假): for these days a deputy carries every post of somebody. It is over by itself on to_day.
create table organisations.leave (
  district text not null,
  id       text not null,
  staff    text not null,
  deputy   text not null,
  reason   text not null,
  from_day date not null,
  to_day   date not null,
  set_at   timestamptz not null,
  set_by   text not null,
  primary key (district, id),
  foreign key (district, staff) references people.staff (district, id),
  foreign key (district, deputy) references people.staff (district, id),
  check (staff <> deputy),
  check (to_day >= from_day)
);
create index leave_by_staff on organisations.leave (district, staff);
create index leave_by_deputy on organisations.leave (district, deputy);

-- Which leave a substitution belongs to; null where a single post was covered for some days.
alter table organisations.substitution add column leave text;
create index substitution_by_leave on organisations.substitution (district, leave);

-- 字典: the small lists people pick from. An entry is changed in place; what it was stands in the operation log.
create table organisations.dictionary_entry (
  district   text not null,
  dictionary text not null,
  code       text not null,
  name_zh    text not null,
  name_en    text not null,
  ordinal    int not null,
  retired    boolean not null,
  revision   int not null check (revision > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, dictionary, code)
);
