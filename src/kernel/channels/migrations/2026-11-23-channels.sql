create schema if not exists channels;

-- Written by whoever has something to tell, inside the transaction in which it became true. `params` names no person:
-- telephone and address are opened when it is sent and are never kept here. `due` null: nothing (more) to send.
create table channels.notice (
  district     text not null,
  id           text not null,
  to_kind      text not null check (to_kind in ('resident', 'staff', 'unit')),
  to_id        text not null,
  template     text not null,
  params       jsonb not null default '{}',
  case_id      text,
  at           timestamptz not null,
  read_at      timestamptz,
  sent_at      timestamptz,
  medium       text check (medium in ('inbox', 'sms', 'mail')),
  outcome      text,
  attempts     int not null default 0,
  due          timestamptz,
  locked_until timestamptz,
  dead_at      timestamptz,
  primary key (district, id)
);
create index notice_in_box on channels.notice (district, to_kind, to_id, at desc, id desc);
create index notice_unread on channels.notice (district, to_kind, to_id) where read_at is null;
create index notice_due on channels.notice (due) where due is not null and dead_at is null;
create index notice_in_log on channels.notice (district, at desc, id desc);
create index notice_dead on channels.notice (district, at desc, id desc) where dead_at is not null;
create index notice_of_case on channels.notice (district, case_id, at desc, id desc) where case_id is not null;

-- The city's own wording; a key without a row here speaks the words the house came with. Old versions stay, so that
-- it can be said what somebody was told on a day.
create table channels.template (
  district text not null,
  key      text not null,
  version  int not null,
  title_zh text not null,
  title_en text not null,
  zh       text not null,
  en       text not null,
  since    timestamptz not null,
  by       text not null,
  primary key (district, key, version)
);

create table channels.preference (
  district   text not null,
  kind       text not null check (kind in ('resident', 'staff')),
  id         text not null,
  sms        boolean not null,
  mail       boolean not null,
  tongue     text not null check (tongue in ('zh', 'en')),
  changed_at timestamptz not null,
  primary key (district, kind, id)
);

-- One line per district.
create table channels.setting (
  district   text primary key,
  sms        boolean not null,
  mail       boolean not null,
  quiet_from text not null,
  quiet_to   text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- The signing secrets are closed under the master key: the house must be able to sign, nobody to read.
create table channels.subscription (
  district      text not null,
  id            text not null,
  name          text not null,
  url           text not null,
  topics        text[] not null,
  secret        text not null,
  old_secret    text,
  old_until     timestamptz,
  active        boolean not null,
  failing_since timestamptz,
  stopped_at    timestamptz,
  stopped_why   text check (stopped_why in ('by-hand', 'kept-failing')),
  created_by    text not null,
  created_at    timestamptz not null,
  primary key (district, id)
);

-- One line per try. Ids are time-ordered text, so the key is also the order of the list.
create table channels.delivery (
  district     text not null,
  id           text not null,
  subscription text not null,
  event        text not null,
  topic        text not null,
  attempt      int not null,
  at           timestamptz not null,
  status       int,
  ms           int not null,
  outcome      text not null,
  primary key (district, id)
);
create index delivery_of_subscription on channels.delivery (district, subscription, id desc);

-- Of a key only the digest is kept; `hint` is its last four letters, to tell two keys apart.
create table channels.client (
  district    text not null,
  id          text not null,
  name        text not null,
  key_hash    text not null,
  hint        text not null,
  old_hash    text,
  old_until   timestamptz,
  rights      text[] not null,
  per_minute  int not null,
  active      boolean not null,
  seen_at     timestamptz,
  ended_at    timestamptz,
  created_by  text not null,
  created_at  timestamptz not null,
  primary key (district, id)
);

create table channels.client_minute (
  district text not null,
  client   text not null,
  minute   timestamptz not null,
  used     int not null,
  primary key (district, client, minute)
);

create table channels.entry (
  district   text not null,
  code       text not null,
  kind       text not null check (kind in ('mailbox', 'station', 'case')),
  title      text not null,
  place      jsonb not null default '{}',
  target     text,
  active     boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at   timestamptz,
  primary key (district, code)
);
create index entry_newest on channels.entry (district, created_at desc, code desc);
create unique index entry_of_target on channels.entry (district, kind, target) where target is not null and active;
