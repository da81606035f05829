create schema if not exists cases;

-- Snapshot and list row of a case in one. Rebuilt from the ledger; written with the event that changes it.
create table cases.card (
  district text not null,
  id text not null,
  number text not null,
  procedure text not null,
  matter text not null,
  category text not null,
  kind text not null,
  channel text not null,
  stage text not null,
  phase text not null,
  settled boolean not null,
  ended boolean not null,
  unit text,
  holder text,
  applicant text,
  entered_by text,
  parent text,
  area text,
  grid text,
  title text,
  filed_at timestamptz not null,
  changed_at timestamptz not null,
  -- What will hurt first: the due of the next clock to end, and when its light turns yellow.
  due timestamptz,
  warn_at timestamptz,
  overdue boolean not null,
  supervision smallint not null,
  outcome text,
  stars smallint,
  version int not null,
  head bytea not null,
  state jsonb not null,
  primary key (district, id),
  unique (district, number)
);
-- The id begins with the moment of filing, so the primary key is also the order of filing.
create index card_work on cases.card (district, unit, due, id) where not settled;
create index card_mine on cases.card (district, holder, due, id) where not settled and holder is not null;
create index card_stage on cases.card (district, stage, due, id) where not settled;
create index card_alarm on cases.card (district, due, id) where not settled and (overdue or supervision > 0);
create index card_unit on cases.card (district, unit, id);
create index card_category on cases.card (district, category, id);
create index card_changed on cases.card (district, changed_at, id);
create index card_applicant on cases.card (district, applicant, id) where applicant is not null;
create index card_parent on cases.card (district, parent) where parent is not null;

-- Whoever had a hand in a case may see it for ever. Written once per person and case, so that no move pays for it again.
create table cases.hand (
  district text not null,
  staff text not null,
  case_id text not null,
  primary key (district, staff, case_id)
);

-- Words of the message for the search, cut before they come here. Gone when the person's key is destroyed.
create table cases.text (
  district text not null,
  case_id text not null,
  words tsvector not null,
  primary key (district, case_id)
);
create index text_words on cases.text using gin (words);

-- Requests that have been answered, so that a repeated one gives the same answer.
create table cases.answered (
  district text not null,
  key text not null,
  case_id text not null,
  version int not null,
  at timestamptz not null,
  primary key (district, key)
);
create index answered_at on cases.answered (at);

-- What each event added to or took from the city's figures. Append-only; sums and lists come from here alone.
-- The key stands in the order in which a list is read: one measure, its days, the newest case first.
create table cases.delta (
  district text not null,
  measure text not null,
  day date not null,
  case_id text not null,
  version int not null,
  line smallint not null,
  unit text not null,
  category text not null,
  area text not null,
  n int not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (district, measure, day, case_id, version, line)
);
-- What the cubes have not rolled up yet.
create index delta_recorded on cases.delta (district, recorded_at);
-- What happened within one day, for figures as of a past instant; rows come nearly in this order.
create index delta_at on cases.delta using brin (at) with (autosummarize = on);

-- Case numbers are taken in blocks; gaps do not matter, order says nothing.
create table cases.numbering (
  district text not null,
  next bigint not null,
  primary key (district)
);
