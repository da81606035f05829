-- Written by the schema test from the migrated database (UPDATE_SCHEMA=1 npx vitest run src/platform/db/schema.test.ts).

-- cases ---------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION cases.grade(id text)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (16 - width_bucket(
    get_byte(decode(left(md5(id), 4), 'hex'), 0) * 256 + get_byte(decode(left(md5(id), 4), 'hex'), 1),
    array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768]))::smallint
$function$;

create table cases.alive (
  district text not null,
  case_id text not null,
  unit text,
  area text,
  due timestamp with time zone,
  warn_at timestamp with time zone,
  overdue boolean not null,
  settled boolean not null,
  held boolean not null,
  joint boolean not null,
  changed_at timestamp with time zone not null,
  quad bigint,
  constraint alive_pkey PRIMARY KEY (district, case_id)
);
CREATE INDEX alive_tile ON cases.alive USING btree (district, cases.grade(case_id), quad) INCLUDE (case_id, settled) WHERE (quad IS NOT NULL);
CREATE INDEX alive_unit_grade ON cases.alive USING btree (district, unit, cases.grade(case_id));

create table cases.answered (
  district text not null,
  key text not null,
  case_id text not null,
  version integer not null,
  at timestamp with time zone not null,
  asked text,
  constraint answered_pkey PRIMARY KEY (district, key)
);
CREATE INDEX answered_at ON cases.answered USING btree (at);

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
  filed_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  due timestamp with time zone,
  warn_at timestamp with time zone,
  overdue boolean not null,
  supervision smallint not null,
  outcome text,
  stars smallint,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  constraint card_pkey PRIMARY KEY (district, id),
  constraint card_district_number_key UNIQUE (district, number)
);
CREATE INDEX card_alarm ON cases.card USING btree (district, due, id) WHERE ((NOT settled) AND (overdue OR (supervision > 0)));
CREATE INDEX card_applicant ON cases.card USING btree (district, applicant, id) WHERE (applicant IS NOT NULL);
CREATE INDEX card_category ON cases.card USING btree (district, category, id);
CREATE INDEX card_changed ON cases.card USING btree (district, changed_at, id);
CREATE INDEX card_child_alive ON cases.card USING btree (district, id) WHERE ((parent IS NOT NULL) AND (NOT ended));
CREATE INDEX card_grid ON cases.card USING btree (district, grid) WHERE (grid IS NOT NULL);
CREATE INDEX card_mine ON cases.card USING btree (district, holder, due, id) WHERE ((NOT settled) AND (holder IS NOT NULL));
CREATE INDEX card_open_due ON cases.card USING btree (district, due, id) WHERE (NOT settled);
CREATE INDEX card_original ON cases.card USING btree (district, ((state #>> '{marks,original}'::text[]))) WHERE ((state #>> '{marks,original}'::text[]) IS NOT NULL);
CREATE INDEX card_parent ON cases.card USING btree (district, parent) WHERE (parent IS NOT NULL);
CREATE INDEX card_stage ON cases.card USING btree (district, stage, due, id) WHERE (NOT settled);
CREATE INDEX card_unheard ON cases.card USING btree (district, id) WHERE ((NOT settled) AND ((state #>> '{registers,unheard}'::text[]) = '1'::text));
CREATE INDEX card_unit ON cases.card USING btree (district, unit, id);
CREATE INDEX card_unit_grade ON cases.card USING btree (district, unit, cases.grade(id));
CREATE INDEX card_with_children ON cases.card USING btree (district, id) WHERE ((NOT ended) AND ((state -> 'children'::text) <> '{}'::jsonb));
CREATE INDEX card_without_clock ON cases.card USING btree (district, id) WHERE ((due IS NULL) AND (NOT ended));
CREATE INDEX card_without_unit ON cases.card USING btree (district, id) WHERE ((unit IS NULL) AND (NOT ended));
CREATE INDEX card_work ON cases.card USING btree (district, unit, due, id) WHERE (NOT settled);

create table cases.cell (
  district text not null,
  res smallint not null,
  measure text not null,
  grain text not null,
  cell text not null,
  day date not null,
  n integer not null,
  constraint cell_pkey PRIMARY KEY (district, res, measure, grain, cell, day),
  constraint cell_grain_check CHECK ((grain = ANY (ARRAY['all'::text, 'month'::text, 'day'::text])))
);

create table cases.cell_until (
  district text not null,
  until timestamp with time zone not null,
  constraint cell_until_pkey PRIMARY KEY (district)
);

create table cases.delta (
  district text not null,
  measure text not null,
  day date not null,
  case_id text not null,
  version integer not null,
  line smallint not null,
  unit text not null,
  category text not null,
  area text not null,
  n integer not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  constraint delta_pkey PRIMARY KEY (district, measure, day, case_id, version, line)
);
CREATE INDEX delta_at ON cases.delta USING brin (at) WITH (autosummarize='on');
CREATE INDEX delta_recorded ON cases.delta USING btree (district, recorded_at);

create table cases.entry_content (
  district text not null,
  id text not null,
  sealed jsonb not null,
  constraint entry_content_pkey PRIMARY KEY (district, id),
  constraint entry_content_district_id_fkey FOREIGN KEY (district, id) REFERENCES cases.entry_file(district, id) ON DELETE CASCADE
);

create table cases.entry_file (
  district text not null,
  id text not null,
  by text not null,
  unit text,
  ip text not null,
  file_name text not null,
  mode text not null,
  state text not null,
  total integer not null,
  done integer not null,
  filed integer not null,
  faulty integer not null,
  repeated integer not null,
  alike integer not null,
  is_to_stop boolean not null,
  refusal text,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint entry_file_pkey PRIMARY KEY (district, id),
  constraint entry_file_mode_check CHECK ((mode = ANY (ARRAY['check'::text, 'sound'::text, 'all'::text]))),
  constraint entry_file_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'checked'::text, 'done'::text, 'refused'::text, 'unreadable'::text, 'cancelled'::text])))
);
CREATE INDEX entry_file_by_time ON cases.entry_file USING btree (district, at, id);

create table cases.entry_row (
  district text not null,
  file text not null,
  "row" integer not null,
  outcome text not null,
  fingerprint text,
  case_id text,
  number text,
  faults jsonb not null,
  alike jsonb not null,
  constraint entry_row_pkey PRIMARY KEY (district, file, "row"),
  constraint entry_row_district_file_fkey FOREIGN KEY (district, file) REFERENCES cases.entry_file(district, id) ON DELETE CASCADE,
  constraint entry_row_outcome_check CHECK ((outcome = ANY (ARRAY['sound'::text, 'filed'::text, 'faulty'::text, 'repeated'::text, 'left'::text])))
);
CREATE INDEX entry_row_filed ON cases.entry_row USING btree (district, fingerprint) WHERE (outcome = 'filed'::text);

create table cases.hand (
  district text not null,
  staff text not null,
  case_id text not null,
  constraint hand_pkey PRIMARY KEY (district, staff, case_id)
);

create table cases.numbering (
  district text not null,
  next bigint not null,
  constraint numbering_pkey PRIMARY KEY (district)
);

create table cases.photo (
  district text not null,
  hash text not null,
  kind text not null,
  thumb text,
  width integer,
  height integer,
  by text not null,
  at timestamp with time zone not null,
  constraint photo_pkey PRIMARY KEY (district, hash),
  constraint photo_kind_check CHECK ((kind = ANY (ARRAY['jpg'::text, 'png'::text, 'webp'::text, 'pdf'::text])))
);

create table cases.photo_sender (
  district text not null,
  hash text not null,
  by text not null,
  at timestamp with time zone not null,
  constraint photo_sender_pkey PRIMARY KEY (district, hash, by)
);

create table cases.reply_template (
  district text not null,
  id text not null,
  version integer not null,
  unit text,
  name text not null,
  body text not null,
  live boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint reply_template_pkey PRIMARY KEY (district, id, version),
  constraint reply_template_name_check CHECK ((name <> ''::text)),
  constraint reply_template_version_check CHECK ((version > 0))
);

create table cases.saved_view (
  district text not null,
  staff text not null,
  id text not null,
  name text not null,
  place integer not null,
  asked jsonb not null,
  changed_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (district, staff, id),
  constraint saved_view_district_staff_name_key UNIQUE (district, staff, name),
  constraint saved_view_name_check CHECK ((name <> ''::text)),
  constraint saved_view_place_check CHECK ((place >= 0))
);

create table cases.spot (
  district text not null,
  case_id text not null,
  quad bigint not null,
  lng double precision not null,
  lat double precision not null,
  filed_on date not null,
  constraint spot_pkey PRIMARY KEY (district, case_id)
);
CREATE INDEX spot_quad ON cases.spot USING btree (district, quad);
CREATE INDEX spot_tile ON cases.spot USING btree (district, cases.grade(case_id), quad) INCLUDE (case_id);

create table cases.text (
  district text not null,
  case_id text not null,
  words tsvector not null,
  constraint text_pkey PRIMARY KEY (district, case_id)
);
CREATE INDEX text_words ON cases.text USING gin (words);

-- channels ------------------------------------------------------------------------

create table channels.client (
  district text not null,
  id text not null,
  name text not null,
  key_hash text not null,
  hint text not null,
  old_hash text,
  old_until timestamp with time zone,
  rights text[] not null,
  per_minute integer not null,
  active boolean not null,
  seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint client_pkey PRIMARY KEY (district, id)
);

create table channels.client_minute (
  district text not null,
  client text not null,
  minute timestamp with time zone not null,
  used integer not null,
  constraint client_minute_pkey PRIMARY KEY (district, client, minute)
);

create table channels.delivery (
  district text not null,
  id text not null,
  subscription text not null,
  event text not null,
  topic text not null,
  attempt integer not null,
  at timestamp with time zone not null,
  status integer,
  ms integer not null,
  outcome text not null,
  constraint delivery_pkey PRIMARY KEY (district, id)
);
CREATE INDEX delivery_of_subscription ON channels.delivery USING btree (district, subscription, id DESC);

create table channels.entry (
  district text not null,
  code text not null,
  kind text not null,
  title text not null,
  place jsonb not null default '{}'::jsonb,
  target text,
  active boolean not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint entry_pkey PRIMARY KEY (district, code),
  constraint entry_kind_check CHECK ((kind = ANY (ARRAY['mailbox'::text, 'station'::text, 'case'::text, 'grid-member'::text, 'facility'::text])))
);
CREATE INDEX entry_newest ON channels.entry USING btree (district, created_at DESC, code DESC);
CREATE UNIQUE INDEX entry_of_target ON channels.entry USING btree (district, kind, target) WHERE ((target IS NOT NULL) AND active);

create table channels.notice (
  district text not null,
  id text not null,
  to_kind text not null,
  to_id text not null,
  template text not null,
  params jsonb not null default '{}'::jsonb,
  case_id text,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  sent_at timestamp with time zone,
  medium text,
  outcome text,
  attempts integer not null default 0,
  due timestamp with time zone,
  locked_until timestamp with time zone,
  dead_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (district, id),
  constraint notice_medium_check CHECK ((medium = ANY (ARRAY['inbox'::text, 'sms'::text, 'mail'::text]))),
  constraint notice_to_kind_check CHECK ((to_kind = ANY (ARRAY['resident'::text, 'staff'::text, 'unit'::text])))
);
CREATE INDEX notice_dead ON channels.notice USING btree (district, at DESC, id DESC) WHERE (dead_at IS NOT NULL);
CREATE INDEX notice_due ON channels.notice USING btree (due) WHERE ((due IS NOT NULL) AND (dead_at IS NULL));
CREATE INDEX notice_in_box ON channels.notice USING btree (district, to_kind, to_id, at DESC, id DESC);
CREATE INDEX notice_in_log ON channels.notice USING btree (district, at DESC, id DESC);
CREATE INDEX notice_of_case ON channels.notice USING btree (district, case_id, at DESC, id DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX notice_unread ON channels.notice USING btree (district, to_kind, to_id) WHERE (read_at IS NULL);

create table channels.preference (
  district text not null,
  kind text not null,
  id text not null,
  sms boolean not null,
  mail boolean not null,
  tongue text not null,
  changed_at timestamp with time zone not null,
  constraint preference_pkey PRIMARY KEY (district, kind, id),
  constraint preference_kind_check CHECK ((kind = ANY (ARRAY['resident'::text, 'staff'::text]))),
  constraint preference_tongue_check CHECK ((tongue = ANY (ARRAY['zh'::text, 'en'::text])))
);

create table channels.setting (
  district text not null,
  sms boolean not null,
  mail boolean not null,
  quiet_from text not null,
  quiet_to text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint setting_pkey PRIMARY KEY (district)
);

create table channels.subscription (
  district text not null,
  id text not null,
  name text not null,
  url text not null,
  topics text[] not null,
  secret text not null,
  old_secret text,
  old_until timestamp with time zone,
  active boolean not null,
  failing_since timestamp with time zone,
  stopped_at timestamp with time zone,
  stopped_why text,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint subscription_pkey PRIMARY KEY (district, id),
  constraint subscription_stopped_why_check CHECK ((stopped_why = ANY (ARRAY['by-hand'::text, 'kept-failing'::text])))
);

create table channels.template (
  district text not null,
  key text not null,
  version integer not null,
  title_zh text not null,
  title_en text not null,
  zh text not null,
  en text not null,
  since timestamp with time zone not null,
  by text not null,
  constraint template_pkey PRIMARY KEY (district, key, version)
);

-- dispatch ------------------------------------------------------------------------

create table dispatch.learning (
  district text not null,
  id text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  state text not null,
  round integer not null,
  rounds integer not null,
  beat_at timestamp with time zone not null,
  refusal text,
  comparison jsonb,
  constraint learning_pkey PRIMARY KEY (district, id)
);

create table dispatch.model_switch (
  district text not null,
  id text not null,
  at timestamp with time zone not null,
  by_staff text not null,
  model text,
  constraint model_switch_pkey PRIMARY KEY (district, id)
);

create table dispatch.sorting (
  district text not null,
  case_id text not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_staff text not null,
  kind text not null,
  proposed_category text not null,
  proposed_unit text not null,
  chosen_category text not null,
  chosen_unit text,
  confidence real,
  sure boolean not null,
  category_corrected boolean not null,
  unit_corrected boolean not null,
  constraint sorting_pkey PRIMARY KEY (district, case_id, seq)
);
CREATE INDEX sorting_at ON dispatch.sorting USING btree (district, at);
CREATE INDEX sorting_by ON dispatch.sorting USING btree (district, by_staff, at);
CREATE INDEX sorting_ruled ON dispatch.sorting USING btree (district, chosen_category, at) WHERE (kind = 'ruled'::text);

create table dispatch.topic (
  district text not null,
  id text not null,
  name text not null,
  heat real not null,
  people integer not null,
  peak integer not null,
  days integer not null,
  likes integer not null,
  first_day date not null,
  last_day date not null,
  found_at timestamp with time zone not null,
  lead_case text,
  opened_at timestamp with time zone,
  opened_by text,
  constraint topic_pkey PRIMARY KEY (district, id)
);
CREATE INDEX topic_heat ON dispatch.topic USING btree (district, heat DESC, id DESC);
CREATE INDEX topic_last ON dispatch.topic USING btree (district, last_day DESC, id DESC);
CREATE INDEX topic_people ON dispatch.topic USING btree (district, people DESC, id DESC);

create table dispatch.topic_case (
  district text not null,
  case_id text not null,
  topic text not null,
  joined_at timestamp with time zone not null,
  constraint topic_case_pkey PRIMARY KEY (district, case_id)
);
CREATE INDEX topic_case_topic ON dispatch.topic_case USING btree (district, topic, case_id);

create table dispatch.watch_line (
  district text not null,
  id text not null,
  kind text not null,
  level text not null,
  phrase text not null,
  unless text not null,
  taken_back_by text not null,
  reason text not null,
  active boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint watch_line_pkey PRIMARY KEY (district, id)
);

-- documents -----------------------------------------------------------------------

create table documents.counter (
  district text not null,
  unit text not null,
  year integer not null,
  kind text not null,
  last integer not null,
  constraint counter_pkey PRIMARY KEY (district, unit, year, kind)
);

create table documents.document (
  district text not null,
  id text not null,
  kind text not null,
  unit text not null,
  desk text not null,
  year integer not null,
  seq integer not null,
  number text not null,
  case_id text not null,
  case_number text not null,
  occasion integer not null,
  code text not null,
  hash text not null,
  sealed jsonb not null,
  about text,
  does text,
  standing text not null,
  ended_by text,
  ended_at timestamp with time zone,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  issued_by text not null,
  constraint document_pkey PRIMARY KEY (district, id),
  constraint document_check CHECK (((about IS NULL) = (does IS NULL))),
  constraint document_check1 CHECK (((standing = 'in-force'::text) = (ended_by IS NULL))),
  constraint document_does_check CHECK ((does = ANY (ARRAY['revokes'::text, 'replaces'::text]))),
  constraint document_id_check CHECK ((id ~~ 'document\_%'::text)),
  constraint document_seq_check CHECK ((seq > 0)),
  constraint document_standing_check CHECK ((standing = ANY (ARRAY['in-force'::text, 'revoked'::text, 'replaced'::text])))
);
CREATE INDEX document_by_case ON documents.document USING btree (district, case_id, issued_at);
CREATE INDEX document_by_time ON documents.document USING btree (district, issued_at DESC, id DESC);
CREATE UNIQUE INDEX document_code ON documents.document USING btree (district, code);
CREATE UNIQUE INDEX document_number ON documents.document USING btree (district, number);
CREATE UNIQUE INDEX document_once ON documents.document USING btree (district, case_id, kind, occasion) WHERE ((standing = 'in-force'::text) AND (occasion > 0));
CREATE UNIQUE INDEX document_seq ON documents.document USING btree (district, unit, year, kind, seq);

create table documents.setting (
  district text not null,
  key text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint setting_pkey PRIMARY KEY (district, key, version),
  constraint setting_version_check CHECK ((version > 0))
);

-- exchange ------------------------------------------------------------------------

create table exchange.mapping (
  district text not null,
  partner text not null,
  ordinal integer not null,
  matter text,
  category text,
  code text not null,
  constraint mapping_pkey PRIMARY KEY (district, partner, ordinal),
  constraint mapping_check CHECK (((matter IS NULL) <> (category IS NULL)))
);

create table exchange.partner (
  district text not null,
  id text not null,
  name text not null,
  url text not null,
  jurisdiction text,
  sealed_key text,
  active boolean not null,
  read_until timestamp with time zone,
  failing_since timestamp with time zone,
  error text,
  created_at timestamp with time zone not null,
  constraint partner_pkey PRIMARY KEY (district, id)
);

create table exchange.passing (
  district text not null,
  partner text not null,
  case_id text not null,
  code text not null,
  state text not null,
  round integer not null,
  remote_id text,
  token text,
  status text,
  notes text,
  notice text,
  attempts integer not null,
  error text,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  seen_at timestamp with time zone,
  constraint passing_pkey PRIMARY KEY (district, partner, case_id),
  constraint passing_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'unsure'::text, 'sent'::text, 'blind'::text, 'refused'::text, 'dead'::text]))),
  constraint passing_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX passing_newest ON exchange.passing USING btree (district, at DESC, case_id DESC);
CREATE INDEX passing_open ON exchange.passing USING btree (district, partner, seen_at) WHERE ((state = 'sent'::text) AND (status IS DISTINCT FROM 'closed'::text));
CREATE INDEX passing_remote ON exchange.passing USING btree (district, partner, remote_id) WHERE (remote_id IS NOT NULL);

create table exchange.request (
  district text not null,
  case_id text not null,
  client text not null,
  key text,
  token text not null,
  type text not null,
  lat double precision,
  long double precision,
  address_id text,
  media_url text,
  picture text,
  at timestamp with time zone not null,
  constraint request_pkey PRIMARY KEY (district, case_id),
  constraint request_type_check CHECK ((type = ANY (ARRAY['realtime'::text, 'batch'::text, 'blackbox'::text])))
);
CREATE INDEX request_at ON exchange.request USING btree (district, at DESC, case_id DESC);
CREATE UNIQUE INDEX request_key ON exchange.request USING btree (district, client, key) WHERE (key IS NOT NULL);
CREATE INDEX request_picture ON exchange.request USING btree (district, picture) WHERE (picture IS NOT NULL);
CREATE UNIQUE INDEX request_token ON exchange.request USING btree (district, token);

create table exchange.service (
  district text not null,
  matter text not null,
  type text not null,
  offered boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint service_pkey PRIMARY KEY (district, matter),
  constraint service_type_check CHECK ((type = ANY (ARRAY['realtime'::text, 'batch'::text, 'blackbox'::text])))
);

create table exchange.use (
  district text not null,
  client text not null,
  day date not null,
  calls integer not null,
  filed integer not null,
  constraint use_pkey PRIMARY KEY (district, client, day)
);

-- grid ----------------------------------------------------------------------------

create table grid.duty (
  district text not null,
  staff text not null,
  began timestamp with time zone not null,
  ended timestamp with time zone,
  constraint duty_pkey PRIMARY KEY (district, staff, began)
);
CREATE UNIQUE INDEX duty_open ON grid.duty USING btree (district, staff) WHERE (ended IS NULL);

create table grid.proposal (
  district text not null,
  id text not null,
  month date not null,
  kind text not null,
  place text not null,
  area text,
  category text not null,
  cases integer not null,
  people integer not null,
  weeks integer not null,
  first_day date not null,
  last_day date not null,
  case_ids text[] not null,
  made_at timestamp with time zone not null,
  state text not null,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  task_case text,
  constraint proposal_pkey PRIMARY KEY (district, id),
  constraint proposal_district_month_kind_place_category_key UNIQUE (district, month, kind, place, category),
  constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['place'::text, 'theme'::text]))),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text])))
);
CREATE INDEX proposal_state ON grid.proposal USING btree (district, state, cases DESC, id DESC);

create table grid.track (
  district text not null,
  staff text not null,
  at timestamp with time zone not null,
  lng double precision not null,
  lat double precision not null,
  accuracy double precision,
  constraint track_pkey PRIMARY KEY (district, staff, at)
);
CREATE INDEX track_at ON grid.track USING btree (at);

-- indicators ----------------------------------------------------------------------

create table indicators.cube (
  district text not null,
  measure text not null,
  dim text not null,
  day date not null,
  key text not null,
  n bigint not null,
  constraint cube_pkey PRIMARY KEY (district, measure, dim, day, key) INCLUDE (n)
);

create table indicators.rolled (
  district text not null,
  until timestamp with time zone not null,
  standing text[] not null,
  constraint rolled_pkey PRIMARY KEY (district)
);

create table indicators.standing (
  district text not null,
  measure text not null,
  day date not null,
  case_id text not null,
  unit text not null,
  category text not null,
  area text not null,
  n bigint not null,
  constraint standing_pkey PRIMARY KEY (district, measure, day, case_id, unit, category, area)
);

create table indicators.total (
  district text not null,
  measure text not null,
  dim text not null,
  key text not null,
  n bigint not null,
  constraint total_pkey PRIMARY KEY (district, measure, dim, key)
);

create table indicators.trend (
  district text not null,
  measure text not null,
  dim text not null,
  day date not null,
  key text not null,
  n bigint not null,
  constraint trend_pkey PRIMARY KEY (district, measure, dim, day, key)
);

-- jobs ----------------------------------------------------------------------------

create table jobs.clock (
  one boolean not null default true,
  offset_ms bigint not null default 0,
  constraint clock_pkey PRIMARY KEY (one),
  constraint clock_one_check CHECK (one)
);
comment on table jobs.clock is 'replicated: how far the demo has turned its clock ahead; one row';

create table jobs.outbox (
  district text not null,
  id text not null,
  topic text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  due timestamp with time zone not null,
  attempts integer not null default 0,
  locked_until timestamp with time zone,
  error text,
  done_at timestamp with time zone,
  dead_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (district, id)
);
CREATE INDEX outbox_dead ON jobs.outbox USING btree (district, dead_at) WHERE (dead_at IS NOT NULL);
CREATE INDEX outbox_done ON jobs.outbox USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX outbox_due ON jobs.outbox USING btree (due) WHERE ((done_at IS NULL) AND (dead_at IS NULL));

create table jobs.recurring (
  district text not null,
  name text not null,
  next_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint recurring_pkey PRIMARY KEY (district, name)
);

create table jobs.timer (
  district text not null,
  key text not null,
  kind text not null,
  due timestamp with time zone not null,
  payload jsonb not null default '{}'::jsonb,
  attempts integer not null default 0,
  locked_until timestamp with time zone,
  error text,
  dead_at timestamp with time zone,
  constraint timer_pkey PRIMARY KEY (district, key)
);
CREATE INDEX timer_dead ON jobs.timer USING btree (district, dead_at) WHERE (dead_at IS NOT NULL);
CREATE INDEX timer_due ON jobs.timer USING btree (due) WHERE (dead_at IS NULL);

-- ledger --------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION ledger.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '台账只增不改：禁止对 %.% 执行 % / the ledger only grows: % on %.% is refused',
    tg_table_schema, tg_table_name, tg_op, tg_op, tg_table_schema, tg_table_name
    using errcode = 'YW001';
end $function$;

CREATE OR REPLACE FUNCTION ledger.refuse_revival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.wrapped is null then
    raise exception '密钥已销毁，不可恢复 / a destroyed key stays destroyed' using errcode = 'YW001';
  end if;
  return new;
end $function$;

create table ledger.anchor (
  district text not null,
  until timestamp with time zone not null,
  since timestamp with time zone not null,
  events bigint not null,
  root bytea not null,
  hash bytea not null,
  hash_name text not null,
  constraint anchor_pkey PRIMARY KEY (district, until),
  constraint anchor_district_since_key UNIQUE (district, since),
  constraint anchor_check CHECK ((since < until)),
  constraint anchor_hash_name_check CHECK ((hash_name = ANY (ARRAY['sha256'::text, 'sm3'::text])))
);
CREATE TRIGGER anchor_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.anchor FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER anchor_row_never_changes BEFORE DELETE OR UPDATE ON ledger.anchor FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

create table ledger.event (
  district text not null,
  stream text not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  by text,
  body jsonb not null,
  hash bytea not null,
  recorded_at timestamp with time zone not null default now(),
  constraint event_pkey PRIMARY KEY (district, stream, seq),
  constraint event_hash_check CHECK ((octet_length(hash) = 32)),
  constraint event_seq_check CHECK ((seq > 0))
);
CREATE INDEX event_recorded_at ON ledger.event USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER event_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.event FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER event_row_never_changes BEFORE DELETE OR UPDATE ON ledger.event FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

create table ledger.seal_key (
  district text not null,
  id text not null,
  wrapped bytea,
  made_at timestamp with time zone not null default now(),
  destroyed_at timestamp with time zone,
  constraint seal_key_pkey PRIMARY KEY (district, id),
  constraint seal_key_check CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL)))
);
CREATE TRIGGER seal_key_never_vanishes BEFORE DELETE OR TRUNCATE ON ledger.seal_key FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER seal_key_stays_destroyed BEFORE UPDATE ON ledger.seal_key FOR EACH ROW EXECUTE FUNCTION ledger.refuse_revival();

-- life_circle ---------------------------------------------------------------------

create table life_circle.facility (
  district text not null,
  code text not null,
  kind text not null,
  name text not null,
  status text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  address text not null,
  hours text not null,
  open_to_all boolean not null,
  capacity double precision,
  capacity_unit text,
  floor_area double precision,
  evidence text not null,
  origin text not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint facility_pkey PRIMARY KEY (district, code)
);
CREATE INDEX facility_changed ON life_circle.facility USING btree (district, changed_at DESC, code DESC);
CREATE INDEX facility_kind ON life_circle.facility USING btree (district, kind, code);
CREATE INDEX facility_name ON life_circle.facility USING btree (district, name, code);

create table life_circle.facility_version (
  district text not null,
  code text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint facility_version_pkey PRIMARY KEY (district, code, version)
);

create table life_circle.gap_task (
  district text not null,
  case_id text not null,
  kind text not null,
  walker text not null,
  area text,
  plan text,
  before_figure jsonb not null,
  after_figure jsonb,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  constraint gap_task_pkey PRIMARY KEY (district, case_id)
);
CREATE INDEX gap_task_opened ON life_circle.gap_task USING btree (district, opened_at DESC, case_id DESC);

create table life_circle.network (
  district text not null,
  version integer not null,
  source text not null,
  source_hash text not null,
  population_source text,
  population_hash text,
  bytes_hash text not null,
  nodes integer not null,
  edges integer not null,
  origins integer not null,
  people double precision not null,
  report jsonb not null,
  imported_at timestamp with time zone not null,
  imported_by text not null,
  constraint network_pkey PRIMARY KEY (district, version)
);

create table life_circle.plan (
  district text not null,
  id text not null,
  name text not null,
  note text not null,
  network integer not null,
  profile text not null,
  profile_version integer not null,
  walker text not null,
  edits jsonb not null,
  outcome jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  constraint plan_pkey PRIMARY KEY (district, id)
);
CREATE INDEX plan_saved ON life_circle.plan USING btree (district, saved_at DESC, id DESC);

create table life_circle.profile (
  district text not null,
  id text not null,
  version integer not null,
  body jsonb not null,
  note text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint profile_pkey PRIMARY KEY (district, id, version)
);

create table life_circle.run (
  district text not null,
  id text not null,
  what text not null,
  told real not null,
  is_to_stop boolean not null,
  by text not null,
  told_at timestamp with time zone not null,
  constraint run_pkey PRIMARY KEY (district, id)
);

create table life_circle.spot (
  district text not null,
  code text not null,
  kind text not null,
  name text not null,
  status text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  about text not null,
  unit text,
  keeper text not null,
  upkeep_days integer not null,
  photos text[] not null,
  last_upkeep timestamp with time zone,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint spot_pkey PRIMARY KEY (district, code)
);
CREATE INDEX spot_changed ON life_circle.spot USING btree (district, changed_at DESC, code DESC);

create table life_circle.spot_rating (
  district text not null,
  spot text not null,
  person text not null,
  stars smallint not null,
  note text not null,
  on_spot boolean not null,
  rated_at timestamp with time zone not null,
  constraint spot_rating_pkey PRIMARY KEY (district, spot, person)
);

create table life_circle.spot_upkeep (
  district text not null,
  spot text not null,
  id text not null,
  note text not null,
  photos text[] not null,
  done_at timestamp with time zone not null,
  done_by text not null,
  constraint spot_upkeep_pkey PRIMARY KEY (district, spot, id)
);

create table life_circle.standing (
  district text not null,
  profile text,
  network integer,
  constraint standing_pkey PRIMARY KEY (district)
);

create table life_circle.wish (
  district text not null,
  person text not null,
  kind text not null,
  note text not null,
  lng double precision not null,
  lat double precision not null,
  area text,
  wished_at timestamp with time zone not null,
  constraint wish_pkey PRIMARY KEY (district, person, kind)
);
CREATE INDEX wish_kind ON life_circle.wish USING btree (district, kind, wished_at DESC);

-- matters -------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION matters.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '已发布的事项版本不可更改 / a published version never changes' using errcode = 'YW001';
end $function$;

create table matters.category (
  district text not null,
  id text not null,
  version integer not null,
  parent text,
  name_zh text not null,
  name_en text not null,
  aliases text[] not null,
  ordinal integer not null,
  retired boolean not null,
  constraint category_pkey PRIMARY KEY (district, id),
  constraint category_id_check CHECK ((id ~~ 'category\_%'::text)),
  constraint category_name_zh_check CHECK (((name_zh <> ''::text) AND (POSITION(('/'::text) IN (name_zh)) = 0))),
  constraint category_version_check CHECK ((version > 0))
);

create table matters.category_version (
  district text not null,
  id text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint category_version_pkey PRIMARY KEY (district, id, version)
);

create table matters.matter (
  district text not null,
  id text not null,
  status text not null,
  version integer not null,
  name_zh text not null,
  name_en text not null,
  category text not null,
  kind text not null,
  procedure text not null,
  urgent boolean not null,
  audience text[] not null,
  words text[] not null,
  from_day date not null,
  last_day date,
  draft json,
  draft_revision integer not null default 0,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint matter_pkey PRIMARY KEY (district, id),
  constraint matter_check CHECK (((status = 'draft'::text) = (version = 0))),
  constraint matter_check1 CHECK (((version > 0) OR (draft IS NOT NULL))),
  constraint matter_id_check CHECK ((id ~~ 'matter\_%'::text)),
  constraint matter_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text]))),
  constraint matter_version_check CHECK ((version >= 0))
);
CREATE INDEX matter_by_category ON matters.matter USING btree (district, category, id);
CREATE INDEX matter_by_change ON matters.matter USING btree (district, changed_at, id);
CREATE INDEX matter_by_name ON matters.matter USING btree (district, name_zh, id);

create table matters.version (
  district text not null,
  id text not null,
  version integer not null,
  from_day date not null,
  last_day date,
  body json not null,
  note text not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  card jsonb not null generated always as (((((((body)::text)::jsonb - 'form'::text) - 'papers'::text) - 'conditions'::text) - 'promises'::text)),
  constraint version_pkey PRIMARY KEY (district, id, version),
  constraint version_version_check CHECK ((version > 0))
);
CREATE TRIGGER version_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON matters.version FOR EACH STATEMENT EXECUTE FUNCTION matters.refuse_change();
CREATE TRIGGER version_row_never_changes BEFORE DELETE OR UPDATE ON matters.version FOR EACH ROW EXECUTE FUNCTION matters.refuse_change();

-- organisations -------------------------------------------------------------------

CREATE OR REPLACE FUNCTION organisations.keep_fallback_desk()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a district always has a fallback desk';
end $function$;

create table organisations.dictionary_entry (
  district text not null,
  dictionary text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  ordinal integer not null,
  retired boolean not null,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint dictionary_entry_pkey PRIMARY KEY (district, dictionary, code),
  constraint dictionary_entry_revision_check CHECK ((revision > 0))
);

create table organisations.duty (
  district text not null,
  id text not null,
  matter_category text not null,
  unit text not null,
  area text,
  part text not null,
  basis text not null,
  from_day date not null,
  to_day date,
  constraint duty_pkey PRIMARY KEY (district, id),
  constraint duty_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint duty_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'assist'::text])))
);
CREATE INDEX duty_by_category ON organisations.duty USING btree (district, matter_category, id);
CREATE INDEX duty_by_unit ON organisations.duty USING btree (district, unit, id);

create table organisations.fallback_desk (
  district text not null,
  unit text not null,
  basis text not null,
  constraint fallback_desk_pkey PRIMARY KEY (district)
);
CREATE TRIGGER fallback_desk_stays BEFORE DELETE ON organisations.fallback_desk FOR EACH ROW EXECUTE FUNCTION organisations.keep_fallback_desk();
CREATE TRIGGER fallback_desks_stay BEFORE TRUNCATE ON organisations.fallback_desk FOR EACH STATEMENT EXECUTE FUNCTION organisations.keep_fallback_desk();

create table organisations.leave (
  district text not null,
  id text not null,
  staff text not null,
  deputy text not null,
  reason text not null,
  from_day date not null,
  to_day date not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  constraint leave_pkey PRIMARY KEY (district, id),
  constraint leave_district_deputy_fkey FOREIGN KEY (district, deputy) REFERENCES people.staff(district, id),
  constraint leave_district_staff_fkey FOREIGN KEY (district, staff) REFERENCES people.staff(district, id),
  constraint leave_check CHECK ((staff <> deputy)),
  constraint leave_check1 CHECK ((to_day >= from_day))
);
CREATE INDEX leave_by_deputy ON organisations.leave USING btree (district, deputy);
CREATE INDEX leave_by_staff ON organisations.leave USING btree (district, staff);

create table organisations.post (
  district text not null,
  id text not null,
  staff text not null,
  unit text not null,
  role text not null,
  chosen_units text[] not null,
  grids text[] not null,
  part_time boolean not null,
  from_day date not null,
  to_day date,
  constraint post_pkey PRIMARY KEY (district, id),
  constraint post_district_role_fkey FOREIGN KEY (district, role) REFERENCES organisations.role(district, id),
  constraint post_district_staff_fkey FOREIGN KEY (district, staff) REFERENCES people.staff(district, id),
  constraint post_check CHECK (((to_day IS NULL) OR (to_day >= from_day)))
);
CREATE INDEX post_by_staff ON organisations.post USING btree (district, staff);
CREATE INDEX post_by_unit ON organisations.post USING btree (district, unit);

create table organisations.revision (
  district text not null,
  number bigint not null,
  constraint revision_pkey PRIMARY KEY (district)
);

create table organisations.role (
  district text not null,
  id text not null,
  name text not null,
  rights text[] not null,
  capacities text[] not null,
  scope text not null,
  constraint role_pkey PRIMARY KEY (district, id),
  constraint role_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'chosen-units'::text, 'unit-and-below'::text, 'unit'::text, 'own'::text, 'grid'::text])))
);

create table organisations.substitution (
  district text not null,
  id text not null,
  post text not null,
  substitute text not null,
  reason text not null,
  from_day date not null,
  to_day date not null,
  leave text,
  constraint substitution_pkey PRIMARY KEY (district, id),
  constraint substitution_district_post_fkey FOREIGN KEY (district, post) REFERENCES organisations.post(district, id),
  constraint substitution_district_substitute_fkey FOREIGN KEY (district, substitute) REFERENCES people.staff(district, id),
  constraint substitution_check CHECK ((to_day >= from_day))
);
CREATE INDEX substitution_by_leave ON organisations.substitution USING btree (district, leave);
CREATE INDEX substitution_by_post ON organisations.substitution USING btree (district, post);
CREATE INDEX substitution_by_substitute ON organisations.substitution USING btree (district, substitute);

create table organisations.unit (
  district text not null,
  id text not null,
  version integer not null,
  name text not null,
  short_name text not null,
  kind text not null,
  level text not null,
  parent text,
  code text not null,
  from_day date not null,
  to_day date,
  merged_into text,
  constraint unit_pkey PRIMARY KEY (district, id, version),
  constraint unit_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint unit_check1 CHECK ((parent IS DISTINCT FROM id)),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'territory'::text]))),
  constraint unit_level_check CHECK ((level = ANY (ARRAY['district'::text, 'department'::text, 'section'::text, 'street'::text, 'community'::text])))
);

-- people --------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION people.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$;

create table people.agency (
  district text not null,
  person text not null,
  credit_code text not null,
  organisation text not null,
  relation text not null,
  claimed_at timestamp with time zone not null,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  constraint agency_pkey PRIMARY KEY (district, person, credit_code),
  constraint agency_district_person_fkey FOREIGN KEY (district, person) REFERENCES people.resident(district, id),
  constraint agency_relation_check CHECK ((relation = ANY (ARRAY['legal-representative'::text, 'handler'::text, 'employee'::text])))
);

create table people.brake (
  district text not null,
  key text not null,
  count integer not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint brake_pkey PRIMARY KEY (district, key)
);

create table people.code (
  district text not null,
  phone_mac text not null,
  purpose text not null,
  code_mac text not null,
  ends_at timestamp with time zone not null,
  tries integer not null,
  constraint code_pkey PRIMARY KEY (district, phone_mac, purpose)
);

create table people.login_log (
  district text not null,
  id text not null,
  at timestamp with time zone not null,
  kind text not null,
  who text,
  unit text,
  account text not null,
  way text not null,
  outcome text not null,
  ip text not null,
  agent text not null,
  constraint login_log_pkey PRIMARY KEY (district, id),
  constraint login_log_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'resident'::text])))
);
CREATE TRIGGER login_log_is_append_only BEFORE DELETE OR UPDATE ON people.login_log FOR EACH ROW EXECUTE FUNCTION people.refuse_change();
CREATE TRIGGER login_log_is_kept BEFORE TRUNCATE ON people.login_log FOR EACH STATEMENT EXECUTE FUNCTION people.refuse_change();

create table people.oidc_flow (
  district text not null,
  state_hash text not null,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  ends_at timestamp with time zone not null,
  constraint oidc_flow_pkey PRIMARY KEY (district, state_hash)
);

create table people.operation_log (
  district text not null,
  id text not null,
  at timestamp with time zone not null,
  who text not null,
  unit text,
  what text not null,
  target text not null,
  outcome text not null,
  ip text not null,
  changes jsonb not null default '[]'::jsonb,
  constraint operation_log_pkey PRIMARY KEY (district, id)
);
CREATE INDEX operation_log_by_target ON people.operation_log USING btree (district, target, id);
CREATE TRIGGER operation_log_is_append_only BEFORE DELETE OR UPDATE ON people.operation_log FOR EACH ROW EXECUTE FUNCTION people.refuse_change();
CREATE TRIGGER operation_log_is_kept BEFORE TRUNCATE ON people.operation_log FOR EACH STATEMENT EXECUTE FUNCTION people.refuse_change();

create table people.resident (
  district text not null,
  id text not null,
  phone_mac text not null,
  sealed jsonb not null,
  created_at timestamp with time zone not null,
  constraint resident_pkey PRIMARY KEY (district, id),
  constraint resident_district_phone_mac_key UNIQUE (district, phone_mac)
);

create table people.session (
  district text not null,
  token_hash text not null,
  id text not null,
  who text not null,
  way text not null,
  device text not null,
  ip text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (district, token_hash),
  constraint session_district_id_key UNIQUE (district, id)
);
CREATE INDEX session_by_end ON people.session USING btree (district, ends_at);
CREATE INDEX session_by_who ON people.session USING btree (district, who);

create table people.staff (
  district text not null,
  id text not null,
  account text not null,
  name text not null,
  unit text not null,
  state text not null,
  password_hash text,
  must_change_password boolean not null,
  totp_secret jsonb,
  totp_since timestamp with time zone,
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  constraint staff_pkey PRIMARY KEY (district, id),
  constraint staff_district_account_key UNIQUE (district, account),
  constraint staff_account_check CHECK ((account = lower(account))),
  constraint staff_state_check CHECK ((state = ANY (ARRAY['active'::text, 'locked'::text, 'left'::text])))
);
CREATE INDEX staff_by_unit ON people.staff USING btree (district, unit, id);

-- places --------------------------------------------------------------------------

create table places.address (
  district text not null,
  id text not null,
  level text not null,
  name text not null,
  parent text,
  aliases text[] not null,
  path text not null,
  search text not null,
  grams text[] not null,
  lng double precision,
  lat double precision,
  street text,
  community text,
  grid text,
  active boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  seq integer not null default 1,
  constraint address_pkey PRIMARY KEY (district, id),
  constraint address_district_parent_fkey FOREIGN KEY (district, parent) REFERENCES places.address(district, id),
  constraint address_id_check CHECK ((id ~~ 'addr\_%'::text)),
  constraint address_level_check CHECK ((level = ANY (ARRAY['road'::text, 'lane'::text, 'estate'::text, 'building'::text, 'entrance'::text, 'room'::text])))
);
CREATE INDEX address_by_change ON places.address USING btree (district, changed_at, id);
CREATE INDEX address_by_grams ON places.address USING gin (grams);
CREATE INDEX address_by_parent ON places.address USING btree (district, parent, name, id);
CREATE INDEX address_by_path ON places.address USING btree (district, path, id);

create table places.address_change (
  district text not null,
  id text not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by text not null,
  reason text not null,
  change jsonb not null,
  constraint address_change_pkey PRIMARY KEY (district, id, seq),
  constraint address_change_seq_check CHECK ((seq > 0))
);

create table places.area (
  district text not null,
  code text not null,
  level text not null,
  name text not null,
  parent text,
  aliases text[] not null default '{}'::text[],
  constraint area_pkey PRIMARY KEY (district, code),
  constraint area_district_parent_fkey FOREIGN KEY (district, parent) REFERENCES places.area(district, code),
  constraint area_check CHECK (((parent IS NULL) = (level = 'street'::text))),
  constraint area_check1 CHECK (starts_with(code, (level || '_'::text))),
  constraint area_level_check CHECK ((level = ANY (ARRAY['street'::text, 'community'::text, 'grid'::text])))
);
CREATE INDEX area_by_parent ON places.area USING btree (district, parent, code);

create table places.code_rule (
  district text not null,
  layer text not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint code_rule_pkey PRIMARY KEY (district, layer)
);

create table places.component (
  district text not null,
  code text not null,
  type text not null,
  name text not null,
  owner text not null,
  owner_unit text,
  keeper text not null,
  state text not null,
  place text not null,
  lng double precision not null,
  lat double precision not null,
  community text,
  grid text,
  unit_grid text,
  note text not null,
  seq integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint component_pkey PRIMARY KEY (district, code),
  constraint component_seq_check CHECK ((seq > 0)),
  constraint component_state_check CHECK ((state = ANY (ARRAY['in-use'::text, 'damaged'::text, 'missing'::text, 'under-repair'::text, 'removed'::text])))
);
CREATE INDEX component_by_change ON places.component USING btree (district, changed_at, code);
CREATE INDEX component_by_community ON places.component USING btree (district, community, code);
CREATE INDEX component_by_place ON places.component USING btree (district, lng, lat);
CREATE INDEX component_by_state ON places.component USING btree (district, state, code);
CREATE INDEX component_by_type ON places.component USING btree (district, type, code);

create table places.component_change (
  district text not null,
  code text not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by text not null,
  reason text not null,
  change jsonb not null,
  constraint component_change_pkey PRIMARY KEY (district, code, seq),
  constraint component_change_seq_check CHECK ((seq > 0))
);

create table places.component_type (
  district text not null,
  code text not null,
  class text not null,
  name text not null,
  active boolean not null,
  mark text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint component_type_pkey PRIMARY KEY (district, code),
  constraint component_type_code_check CHECK ((code ~ '^\d{4}$'::text))
);

create table places.feature (
  district text not null,
  layer text not null,
  version integer not null,
  code text not null,
  name text not null,
  parent text,
  land_use text not null,
  grade text not null,
  owner text not null,
  owner_unit text,
  kind text not null,
  area double precision not null,
  lng double precision not null,
  lat double precision not null,
  surface jsonb not null,
  constraint feature_pkey PRIMARY KEY (district, layer, version, code),
  constraint feature_district_layer_version_fkey FOREIGN KEY (district, layer, version) REFERENCES places.layer_version(district, layer, version) ON DELETE CASCADE,
  constraint feature_kind_check CHECK ((kind = ANY (ARRAY['basic'::text, 'dedicated'::text])))
);
CREATE INDEX feature_by_area ON places.feature USING btree (district, layer, version, area, code);
CREATE INDEX feature_by_name ON places.feature USING btree (district, layer, version, name, code);
CREATE INDEX feature_by_parent ON places.feature USING btree (district, layer, version, parent, code);

create table places.import_file (
  district text not null,
  id text not null,
  content bytea not null,
  constraint import_file_pkey PRIMARY KEY (district, id),
  constraint import_file_district_id_fkey FOREIGN KEY (district, id) REFERENCES places.import_run(district, id) ON DELETE CASCADE
);

create table places.import_run (
  district text not null,
  id text not null,
  layer text not null,
  file_name text not null,
  system text not null,
  tolerance double precision not null,
  state text not null,
  step text not null,
  done integer not null,
  total integer not null,
  is_to_stop boolean not null,
  version integer,
  features integer not null,
  grave integer not null,
  remarks integer not null,
  report jsonb,
  refusal text,
  at timestamp with time zone not null,
  by text not null,
  ended_at timestamp with time zone,
  is_part boolean not null default false,
  constraint import_run_pkey PRIMARY KEY (district, id),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'faulty'::text, 'unreadable'::text, 'cancelled'::text, 'published'::text, 'discarded'::text])))
);
CREATE INDEX import_run_by_time ON places.import_run USING btree (district, at, id);

create table places.layer_version (
  district text not null,
  layer text not null,
  version integer not null,
  state text not null,
  from_day date,
  to_day date,
  features integer not null,
  area double precision not null,
  note text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  published_at timestamp with time zone,
  published_by text,
  based_on integer,
  constraint layer_version_pkey PRIMARY KEY (district, layer, version),
  constraint layer_version_check CHECK (((state = 'published'::text) = (from_day IS NOT NULL))),
  constraint layer_version_check1 CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint layer_version_layer_check CHECK ((layer = ANY (ARRAY['district'::text, 'street'::text, 'community'::text, 'social-grid'::text, 'duty-grid'::text, 'unit-grid'::text]))),
  constraint layer_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'discarded'::text]))),
  constraint layer_version_version_check CHECK ((version > 0))
);

-- platform ------------------------------------------------------------------------

create table platform.migration (
  name text not null,
  checksum text not null,
  breaking boolean not null default false,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
comment on table platform.migration is 'replicated: which migrations this database has seen';

-- results -------------------------------------------------------------------------

create table results.edition (
  district text not null,
  until date not null,
  from_day date not null,
  "least" integer not null,
  published_at timestamp with time zone not null,
  constraint edition_pkey PRIMARY KEY (district, until)
);

create table results.line (
  district text not null,
  until date not null,
  id text not null,
  level text not null,
  area text not null,
  place text not null,
  theme text not null,
  rest boolean not null,
  answered integer not null,
  solved integer not null,
  explained integer not null,
  unsolved integer not null,
  in_time integer not null,
  late integer not null,
  rated integer,
  satisfied integer,
  constraint line_pkey PRIMARY KEY (district, until, id)
);

create table results.near (
  district text not null,
  until date not null,
  area text not null,
  level text not null,
  place text not null,
  solved_from integer not null,
  solved_to integer,
  constraint near_pkey PRIMARY KEY (district, until, area)
);

-- sensors -------------------------------------------------------------------------

create table sensors.episode (
  district text not null,
  id text not null,
  sensor text not null,
  rule text not null,
  rule_version integer not null,
  case_id text not null,
  began_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  recovered_at timestamp with time zone,
  value double precision,
  peak double precision,
  constraint episode_pkey PRIMARY KEY (district, id)
);
CREATE INDEX episode_newest ON sensors.episode USING btree (district, raised_at DESC, id DESC);
CREATE INDEX episode_of_sensor ON sensors.episode USING btree (district, sensor, rule, raised_at DESC);

create table sensors.fault (
  district text not null,
  day date not null,
  sensor text not null,
  fault text not null,
  count integer not null,
  last_at timestamp with time zone not null,
  constraint fault_pkey PRIMARY KEY (district, day, sensor, fault)
);

create table sensors.listener (
  district text not null,
  holder text not null,
  until timestamp with time zone not null,
  constraint listener_pkey PRIMARY KEY (district)
);

create table sensors.reading (
  district text not null,
  sensor text not null,
  at timestamp with time zone not null,
  value double precision not null,
  constraint reading_pkey PRIMARY KEY (district, sensor, at)
);

create table sensors.rule (
  district text not null,
  id text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint rule_pkey PRIMARY KEY (district, id, version)
);

create table sensors.sensor (
  district text not null,
  id text not null,
  name text not null,
  kind text not null,
  unit text not null,
  place text not null,
  area text,
  lat double precision,
  long double precision,
  scale double precision not null,
  shift double precision not null,
  maintenance_until timestamp with time zone,
  keep_days integer not null,
  active boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  component text,
  constraint sensor_pkey PRIMARY KEY (district, id)
);

create table sensors.state (
  district text not null,
  sensor text not null,
  last_at timestamp with time zone,
  last_value double precision,
  rules jsonb not null,
  constraint state_pkey PRIMARY KEY (district, sensor)
);

-- worktime ------------------------------------------------------------------------

create table worktime.calendar_day (
  year integer not null,
  version integer not null,
  day date not null,
  kind text not null,
  name text not null,
  constraint calendar_day_pkey PRIMARY KEY (year, version, day),
  constraint calendar_day_year_version_fkey FOREIGN KEY (year, version) REFERENCES worktime.calendar_year(year, version),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'makeup'::text])))
);

create table worktime.calendar_year (
  year integer not null,
  version integer not null,
  source text not null,
  published_on date,
  taken_in_at timestamp with time zone not null,
  taken_in_by text not null,
  constraint calendar_year_pkey PRIMARY KEY (year, version),
  constraint calendar_year_version_check CHECK ((version >= 1)),
  constraint calendar_year_year_check CHECK (((year >= 1992) AND (year <= 2099)))
);

create table worktime.hours (
  district text not null,
  unit text not null,
  from_day date not null,
  version integer not null,
  windows jsonb not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  constraint hours_pkey PRIMARY KEY (district, unit, from_day, version),
  constraint hours_version_check CHECK ((version >= 1))
);
