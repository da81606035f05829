-- What happened, for ever. Every other table of the city is a view of these and can be rebuilt.
-- Citus: all three distributed by district and co-located. Text keys sort by bytes ("C"), because the order of
-- leaves under an anchor must be the same on every server, whatever language it was set up in.
create schema if not exists ledger;

create table ledger.event (
  district text collate "C" not null,
  stream text collate "C" not null,
  seq int not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  by text,
  body jsonb not null,
  hash bytea not null check (octet_length(hash) = 32),
  recorded_at timestamptz not null default now(),
  primary key (district, stream, seq)
);

-- Rows arrive in the order of recorded_at, so a block range index of a few pages finds any interval.
create index event_recorded_at on ledger.event using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);

-- One closed interval [since, until) of recorded_at: the Merkle root over its events, ordered by (stream, seq).
create table ledger.anchor (
  district text collate "C" not null,
  until timestamptz not null,
  since timestamptz not null,
  events bigint not null,
  root bytea not null,
  hash bytea not null,
  hash_name text not null check (hash_name in ('sha256', 'sm3')),
  primary key (district, until),
  -- Two closers of one interval: the key lets one win, so intervals form a single line without overlap.
  unique (district, since),
  check (since < until)
);

-- One key per person or container; destroying it is destroying what was sealed under it.
create table ledger.seal_key (
  district text collate "C" not null,
  id text collate "C" not null,
  wrapped bytea,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (district, id),
  check ((wrapped is null) = (destroyed_at is not null))
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '台账只增不改：禁止对 %.% 执行 % / the ledger only grows: % on %.% is refused',
    tg_table_schema, tg_table_name, tg_op, tg_op, tg_table_schema, tg_table_name
    using errcode = 'YW001';
end $$;

-- Per statement: refused even where no row would match. Per row: refused also through a partition or a child table.
create trigger event_never_changes before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_change();
create trigger event_row_never_changes before update or delete on ledger.event
  for each row execute function ledger.refuse_change();
create trigger anchor_never_changes before update or delete or truncate on ledger.anchor
  for each statement execute function ledger.refuse_change();
create trigger anchor_row_never_changes before update or delete on ledger.anchor
  for each row execute function ledger.refuse_change();

-- A key is destroyed by emptying it, with a record; never by dropping the row, and never back to life.
create function ledger.refuse_revival() returns trigger language plpgsql as $$
begin
  if old.wrapped is null then
    raise exception '密钥已销毁，不可恢复 / a destroyed key stays destroyed' using errcode = 'YW001';
  end if;
  return new;
end $$;
create trigger seal_key_never_vanishes before delete or truncate on ledger.seal_key
  for each statement execute function ledger.refuse_change();
create trigger seal_key_stays_destroyed before update on ledger.seal_key
  for each row execute function ledger.refuse_revival();
