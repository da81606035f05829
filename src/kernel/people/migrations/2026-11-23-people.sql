create schema if not exists people;

-- The telephone is found by its keyed digest and read from a sealed box; the row alone says nothing about the person.
create table people.resident (
  district   text not null,
  id         text not null,
  phone_mac  text not null,
  sealed     jsonb not null,         -- ledger Sealed: under which key, and the box
  created_at timestamptz not null,
  primary key (district, id),
  unique (district, phone_mac)
);

create table people.agency (
  district     text not null,
  person       text not null,
  credit_code  text not null,
  organisation text not null,
  relation     text not null check (relation in ('legal-representative', 'handler', 'employee')),
  claimed_at   timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (district, person, credit_code),
  foreign key (district, person) references people.resident (district, id)
);

create table people.staff (
  district             text not null,
  id                   text not null,
  account              text not null check (account = lower(account)),
  name                 text not null,
  unit                 text not null,
  state                text not null check (state in ('active', 'locked', 'left')),
  password_hash        text,
  must_change_password boolean not null,
  totp_secret          jsonb,         -- ledger Sealed; pending until totp_since is set
  totp_since           timestamptz,
  totp_last_step       bigint,        -- a step once used is never taken again
  recovery_hashes      text[] not null default '{}',
  created_at           timestamptz not null,
  primary key (district, id),
  unique (district, account)
);
create index staff_by_unit on people.staff (district, unit, id);

create table people.code (
  district  text not null,
  phone_mac text not null,
  purpose   text not null,
  code_mac  text not null,
  ends_at   timestamptz not null,
  tries     int not null,
  primary key (district, phone_mac, purpose)
);

-- How often something was tried lately: sign-ins by account and by address, codes by telephone and by address.
create table people.brake (
  district text not null,
  key      text not null,
  count    int not null,
  since    timestamptz not null,
  until    timestamptz not null,
  primary key (district, key)
);

create table people.session (
  district   text not null,
  token_hash text not null,
  id         text not null,
  who        text not null,
  way        text not null,
  device     text not null,
  ip         text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null,
  primary key (district, token_hash),
  unique (district, id)
);
create index session_by_who on people.session (district, who);
create index session_by_end on people.session (district, ends_at);

create table people.oidc_flow (
  district   text not null,
  state_hash text not null,
  verifier   text not null,
  nonce      text not null,
  return_to  text not null,
  ends_at    timestamptz not null,
  primary key (district, state_hash)
);

-- Ids are time-ordered text, so the key is also the order of both lists.
create table people.login_log (
  district text not null,
  id       text not null,
  at       timestamptz not null,
  kind     text not null check (kind in ('staff', 'resident')),
  who      text,
  unit     text,
  account  text not null,             -- masked telephone or known account; never what an unknown person typed
  way      text not null,
  outcome  text not null,
  ip       text not null,
  agent    text not null,
  primary key (district, id)
);

create table people.operation_log (
  district text not null,
  id       text not null,
  at       timestamptz not null,
  who      text not null,
  unit     text,
  what     text not null,
  target   text not null,
  outcome  text not null,
  ip       text not null,
  primary key (district, id)
);

create function people.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create trigger login_log_is_append_only before update or delete on people.login_log
  for each row execute function people.refuse_change();
create trigger operation_log_is_append_only before update or delete on people.operation_log
  for each row execute function people.refuse_change();
create trigger login_log_is_kept before truncate on people.login_log
  for each statement execute function people.refuse_change();
create trigger operation_log_is_kept before truncate on people.operation_log
  for each statement execute function people.refuse_change();
