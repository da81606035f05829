create schema if not exists jobs;

-- What must happen at a time. Written in the transaction that makes it due; one row per key, so a new time replaces the old.
create table jobs.timer (
  district text not null,
  key text not null,
  kind text not null,
  due timestamptz not null,
  payload jsonb not null default '{}',
  attempts int not null default 0,
  locked_until timestamptz,
  error text,
  dead_at timestamptz,
  primary key (district, key)
);
create index timer_due on jobs.timer (due) where dead_at is null;
create index timer_dead on jobs.timer (district, dead_at) where dead_at is not null;

-- What must be told to the outside. Written in the transaction that makes it true, sent afterwards.
create table jobs.outbox (
  district text not null,
  id text not null,
  topic text not null,
  payload jsonb not null,
  at timestamptz not null,
  due timestamptz not null,
  attempts int not null default 0,
  locked_until timestamptz,
  error text,
  done_at timestamptz,
  dead_at timestamptz,
  primary key (district, id)
);
create index outbox_due on jobs.outbox (due) where done_at is null and dead_at is null;
create index outbox_dead on jobs.outbox (district, dead_at) where dead_at is not null;
create index outbox_done on jobs.outbox (done_at) where done_at is not null;

create table jobs.recurring (
  district text not null,
  name text not null,
  next_at timestamptz not null,
  locked_until timestamptz,
  primary key (district, name)
);

create table jobs.clock (
  one boolean primary key default true check (one),
  offset_ms bigint not null default 0
);
comment on table jobs.clock is 'replicated: how far the demo has turned its clock ahead; one row';
insert into jobs.clock default values;
