-- Tables of entries that an officer sends at once: how far each is, and what became of every row.
create table cases.entry_file (
  district   text not null,
  id         text not null,
  by         text not null,
  unit       text,
  ip         text not null,
  file_name  text not null,
  mode       text not null check (mode in ('check', 'sound', 'all')),
  state      text not null check (state in ('waiting', 'running', 'checked', 'done', 'refused', 'unreadable', 'cancelled')),
  total      int  not null,
  done       int  not null,
  filed      int  not null,
  faulty     int  not null,
  repeated   int  not null,
  alike      int  not null,
  is_to_stop boolean not null,
  refusal    text,
  at         timestamptz not null,
  ended_at   timestamptz,
  primary key (district, id)
);
create index entry_file_by_time on cases.entry_file (district, at, id);

-- The file itself, sealed under a key of its own, as long as somebody may still fetch what became of it.
create table cases.entry_content (
  district text  not null,
  id       text  not null,
  sealed   jsonb not null,
  primary key (district, id),
  foreign key (district, id) references cases.entry_file on delete cascade
);

-- Nothing of what was written: whether it was right, which case it became, and a keyed digest by which it is known again.
create table cases.entry_row (
  district    text not null,
  file        text not null,
  row         int  not null,
  outcome     text not null check (outcome in ('sound', 'filed', 'faulty', 'repeated', 'left')),
  fingerprint text,
  case_id     text,
  number      text,
  faults      jsonb not null,
  alike       jsonb not null,
  primary key (district, file, row),
  foreign key (district, file) references cases.entry_file on delete cascade
);
create index entry_row_filed on cases.entry_row (district, fingerprint) where outcome = 'filed';
