-- Other Open311 servers to which cases are passed on. The key lies sealed: we must be able to show it to them.
create table exchange.partner (
  district      text not null,
  id            text not null,
  name          text not null,
  url           text not null,
  jurisdiction  text,
  sealed_key    text,
  active        boolean not null,
  read_until    timestamptz,
  failing_since timestamptz,
  error         text,
  created_at    timestamptz not null,
  primary key (district, id)
);

create table exchange.mapping (
  district text not null,
  partner  text not null,
  ordinal  int not null,
  matter   text,
  category text,
  code     text not null,
  check ((matter is null) <> (category is null)),
  primary key (district, partner, ordinal)
);

-- One case at one partner: sent once, whatever happens on the way.
create table exchange.passing (
  district  text not null,
  partner   text not null,
  case_id   text not null,
  code      text not null,
  state     text not null check (state in ('waiting', 'unsure', 'sent', 'blind', 'refused', 'dead')),
  round     int not null,
  remote_id text,
  token     text,
  status    text check (status in ('open', 'closed')),
  notes     text,
  notice    text,
  attempts  int not null,
  error     text,
  at        timestamptz not null,
  sent_at   timestamptz,
  seen_at   timestamptz,
  primary key (district, partner, case_id)
);
create index passing_newest on exchange.passing (district, at desc, case_id desc);
create index passing_open on exchange.passing (district, partner, seen_at) where state = 'sent' and status is distinct from 'closed';
create index passing_remote on exchange.passing (district, partner, remote_id) where remote_id is not null;
