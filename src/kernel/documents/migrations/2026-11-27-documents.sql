create schema if not exists documents;

-- Statutory documents as they were issued. A row is a view of the stream document/<id> of the ledger.
-- Citus: all tables of this house distributed by district and co-located.
create table documents.document (
  district    text not null,
  id          text not null check (id like 'document\_%'),
  kind        text not null,
  -- The organ in whose name it is issued, whose numbers it counts in.
  unit        text not null,
  -- The unit at whose desk it was issued: what the scopes of the register look at.
  desk        text not null,
  year        int  not null,
  seq         int  not null check (seq > 0),
  number      text not null,
  case_id     text not null,
  case_number text not null,
  -- The event of the case it tells of; 0 for one about another document.
  occasion    int  not null,
  code        text not null,
  hash        text not null,
  sealed      jsonb not null,
  -- The document that this one revokes or replaces.
  about       text,
  does        text check (does in ('revokes', 'replaces')),
  standing    text not null check (standing in ('in-force', 'revoked', 'replaced')),
  ended_by    text,
  ended_at    timestamptz,
  issued_at   timestamptz not null,
  issued_on   date not null,
  issued_by   text not null,
  primary key (district, id),
  check ((about is null) = (does is null)),
  check ((standing = 'in-force') = (ended_by is null))
);
create unique index document_number on documents.document (district, number);
create unique index document_seq on documents.document (district, unit, year, kind, seq);
create unique index document_code on documents.document (district, code);
create unique index document_once on documents.document (district, case_id, kind, occasion)
  where standing = 'in-force' and occasion > 0;
create index document_by_case on documents.document (district, case_id, issued_at);
create index document_by_time on documents.document (district, issued_at desc, id desc);

-- The last number given. Raised in the transaction that issues, so that a number that was taken was also issued.
create table documents.counter (
  district text not null,
  unit     text not null,
  year     int  not null,
  kind     text not null,
  last     int  not null,
  primary key (district, unit, year, kind)
);

-- How a district numbers and words its documents: `format`, `word/<unit>`, `text/<kind>`. The highest version holds.
create table documents.setting (
  district   text not null,
  key        text not null,
  version    int  not null check (version > 0),
  body       jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, key, version)
);
