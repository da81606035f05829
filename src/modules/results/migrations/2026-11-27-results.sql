create schema if not exists results;

-- What was published for twelve whole weeks. Written once, never changed.
create table results.edition (
  district text not null,
  until date not null,
  from_day date not null,
  least int not null,
  published_at timestamptz not null,
  primary key (district, until)
);

-- Counters of one place and theme; no row has fewer answers than its edition's `least`.
create table results.line (
  district text not null,
  until date not null,
  id text not null,
  level text not null,
  area text not null,
  place text not null,
  theme text not null,
  rest boolean not null,
  answered int not null,
  solved int not null,
  explained int not null,
  unsolved int not null,
  in_time int not null,
  late int not null,
  -- Null where too few rated.
  rated int,
  satisfied int,
  primary key (district, until, id)
);
