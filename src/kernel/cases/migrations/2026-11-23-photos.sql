-- What was uploaded: the file itself lies in the file store under `<hash>.<kind>`. A case names its photographs by hash.
create table cases.photo (
  district text not null,
  hash text not null,
  kind text not null check (kind in ('jpg', 'png', 'webp', 'pdf')),
  -- File key of the small picture; null for a paper.
  thumb text,
  width int,
  height int,
  by text not null,
  at timestamptz not null,
  primary key (district, hash)
);
