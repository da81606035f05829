-- How often an address was written down; whoever changes it names the number he read.
alter table places.address add column seq int not null default 1;

-- Append only: what was changed of an address, from what to what.
create table places.address_change (
  district text not null,
  id       text not null,
  seq      int  not null check (seq > 0),
  kind     text not null,
  at       timestamptz not null,
  by       text not null,
  reason   text not null,
  change   jsonb not null,
  primary key (district, id, seq)
);

create index address_by_change on places.address (district, changed_at, id);
