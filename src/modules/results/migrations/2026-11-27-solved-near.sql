-- How much was solved in each place, all themes together, as a class: exact sums would let a small row be subtracted.
create table results.near (
  district text not null,
  until date not null,
  area text not null,
  level text not null,
  place text not null,
  solved_from int not null,
  -- Null: and more.
  solved_to int,
  primary key (district, until, area)
);
