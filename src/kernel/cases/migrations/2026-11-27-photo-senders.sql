-- Everybody who uploaded a picture, for the same one may come from several: only he may lay it to a case.
create table cases.photo_sender (
  district text not null,
  hash text not null,
  by text not null,
  at timestamptz not null,
  primary key (district, hash, by)
);
insert into cases.photo_sender (district, hash, by, at) select district, hash, by, at from cases.photo;
