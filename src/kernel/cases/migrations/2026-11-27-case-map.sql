-- Where a case is, for maps. `quad` is its place on the Z-shaped line through all squares of zoom 20, so that a tile is a range.
create table cases.spot (
  district text not null,
  case_id text not null,
  quad bigint not null,
  lng double precision not null,
  lat double precision not null,
  filed_on date not null,
  primary key (district, case_id)
);
create index spot_quad on cases.spot (district, quad);

-- How many cases of a measure lie in a cell (H3), in all, by month and by day of their cohort; added up behind the books.
create table cases.cell (
  district text not null,
  res smallint not null,
  measure text not null,
  grain text not null check (grain in ('all', 'month', 'day')),
  cell text not null,
  day date not null,
  n integer not null,
  primary key (district, res, measure, grain, cell, day)
);

-- How far the cells of a district have been added up.
create table cases.cell_until (
  district text not null primary key,
  until timestamptz not null
);
