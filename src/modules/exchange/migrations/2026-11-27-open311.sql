create schema if not exists exchange;

-- What came in by Open311, beside its case: what the case has no place for. No personal data; a row whose case was
-- never filed leads nowhere and is swept.
create table exchange.request (
  district   text not null,
  case_id    text not null,
  client     text not null,
  key        text,
  token      text not null,
  type       text not null check (type in ('realtime', 'batch', 'blackbox')),
  lat        double precision,
  long       double precision,
  address_id text,
  media_url  text,
  picture    text,
  at         timestamptz not null,
  primary key (district, case_id)
);
create unique index request_token on exchange.request (district, token);
create unique index request_key on exchange.request (district, client, key) where key is not null;
create index request_at on exchange.request (district, at desc, case_id desc);
create index request_picture on exchange.request (district, picture) where picture is not null;

-- How each matter is offered to other systems, where not as usual (realtime).
create table exchange.service (
  district   text not null,
  matter     text not null,
  type       text not null check (type in ('realtime', 'batch', 'blackbox')),
  offered    boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, matter)
);

-- How often a key was used on a day.
create table exchange.use (
  district text not null,
  client   text not null,
  day      date not null,
  calls    int not null,
  filed    int not null,
  primary key (district, client, day)
);
