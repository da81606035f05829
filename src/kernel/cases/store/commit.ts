import type { Prepared } from '../../../platform/db/db.ts'
import { HELD_STAGE } from '../rules/present.ts'

/** What a move writes of one case, as the statements read it out of JSON. */
const moveColumns = `id text, stage text, phase text, settled boolean, ended boolean, unit text, holder text,
    category text, at timestamptz, due timestamptz, "warnAt" timestamptz, overdue boolean, supervision smallint,
    outcome text, stars smallint, version int, head text, state jsonb, timer timestamptz, "timerOff" boolean, key text,
    asked text, hand text, matter text`

/** And what its first fact adds. */
const filingColumns = `${moveColumns}, number text, procedure text, kind text, channel text, applicant text,
    "enteredBy" text, parent text, area text, grid text, title text, words text[], quad bigint, lng float8, lat float8,
    "filedOn" date`

/** The cases that are written, and the facts, into the ledger. */
const factsOf = (columns: string) => `w as materialized (
  select * from jsonb_to_recordset($2::jsonb) as w(${columns})
), facts as (
  insert into ledger.event (district, stream, seq, type, at, by, body, hash)
  select $1, e.stream, e.seq, e.type, e.at, e.by, e.body, decode(e.hash, 'hex')
  from jsonb_to_recordset($3::jsonb)
    as e(stream text, seq int, type text, at timestamptz, by text, body jsonb, hash text)
)`

/** What follows from every fact alike: timer, figures, notices, messages and the answered request. */
const consequences = `timer as (
  insert into jobs.timer (district, key, kind, due) select $1, w.id, 'case', w.timer from w where w.timer is not null
  on conflict (district, key) do update set due = excluded.due, attempts = 0, error = null, dead_at = null, locked_until = null
), timer_off as (
  delete from jobs.timer as t using w
  where w."timerOff" and t.district = $1 and t.key = any($7::text[]) and t.key = w.id
), figures as (
  insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
  select $1, d.measure, d.day, d.of, d.version, d.line, d.unit, d.category, d.area, d.n, d.at
  from jsonb_to_recordset($4::jsonb)
    as d("of" text, version int, at timestamptz, line int, measure text, day date, unit text, category text, area text, n int)
), notices as (
  insert into channels.notice (district, id, to_kind, to_id, template, params, case_id, at, due)
  select $1, n.id, n."toKind", n."toId", n.template, n.params, n.of, n.at, n.due
  from jsonb_to_recordset($5::jsonb)
    as n("of" text, at timestamptz, id text, "toKind" text, "toId" text, template text, params jsonb, due timestamptz)
), messages as (
  insert into jobs.outbox (district, id, topic, payload, at, due)
  select $1, m.id, m.topic, m.payload, m.at, m.at
  from jsonb_to_recordset($6::jsonb) as m(at timestamptz, id text, topic text, payload jsonb)
)`

const answer = `insert into cases.answered (district, key, case_id, version, at, asked)
  select $1, w.key, w.id, w.version, w.at, w.asked from w where w.key is not null`

/**
 * The one statement that writes moves, of one case or of several of a district at once: facts, snapshots, timers,
 * figures, notices, messages and the answered requests, all or nothing. One district, so that it stays on one shard.
 * The ids stand once more in $7: by an array of unknown length the planner takes the index, by a join the whole table.
 */
export const commitMoves: Prepared = {
  name: 'cases.commit-moves',
  text: `
with ${factsOf(moveColumns)}, snapshot as (
  update cases.card as c set stage = w.stage, phase = w.phase, settled = w.settled, ended = w.ended, unit = w.unit,
    holder = w.holder, category = w.category, changed_at = w.at, due = w.due, warn_at = w."warnAt", overdue = w.overdue,
    supervision = w.supervision, outcome = w.outcome, stars = w.stars, version = w.version, head = decode(w.head, 'hex'),
    state = w.state, matter = w.matter
  from w where c.district = $1 and c.id = any($7::text[]) and c.id = w.id
), ${consequences}, alive as (
  update cases.alive as a set unit = w.unit, due = w.due, warn_at = w."warnAt", overdue = w.overdue,
    settled = w.settled, held = w.stage = '${HELD_STAGE}', changed_at = w.at
  from w where not w.ended and a.district = $1 and a.case_id = any($7::text[]) and a.case_id = w.id
), ended as (
  delete from cases.alive as a using w
  where w.ended and a.district = $1 and a.case_id = any($7::text[]) and a.case_id = w.id
), hand as (
  insert into cases.hand (district, staff, case_id) select $1, w.hand, w.id from w where w.hand is not null
  on conflict do nothing
)
${answer}`,
}

/** The same for the first fact of cases, with what never changes about them and the words they can be found by. */
export const commitFilings: Prepared = {
  name: 'cases.commit-filings',
  text: `
with ${factsOf(filingColumns)}, snapshot as (
  insert into cases.card (district, id, stage, phase, settled, ended, unit, holder, category, changed_at, due, warn_at,
    overdue, supervision, outcome, stars, version, head, state, number, procedure, matter, kind, channel, applicant,
    entered_by, parent, area, grid, title, filed_at)
  select $1, w.id, w.stage, w.phase, w.settled, w.ended, w.unit, w.holder, w.category, w.at, w.due, w."warnAt",
    w.overdue, w.supervision, w.outcome, w.stars, w.version, decode(w.head, 'hex'), w.state, w.number, w.procedure,
    w.matter, w.kind, w.channel, w.applicant, w."enteredBy", w.parent, w.area, w.grid, w.title, w.at from w
), ${consequences}, alive as (
  insert into cases.alive (district, case_id, unit, area, due, warn_at, overdue, settled, held, joint, changed_at, quad)
  select $1, w.id, w.unit, w.area, w.due, w."warnAt", w.overdue, w.settled, false, w.parent is not null, w.at, w.quad
  from w
), searched as (
  insert into cases.text (district, case_id, words)
  select $1, w.id, array_to_tsvector(w.words) from w where w.words is not null
), spotted as (
  insert into cases.spot (district, case_id, quad, lng, lat, filed_on)
  select $1, w.id, w.quad, w.lng, w.lat, w."filedOn" from w where w.quad is not null
)
${answer}`,
}

export const readCard: Prepared = {
  name: 'cases.read-card',
  text: 'select state, head, title from cases.card where district = $1 and id = $2',
}

export const readAnswered: Prepared = {
  name: 'cases.read-answered',
  text: 'select case_id as "caseId", asked from cases.answered where district = $1 and key = $2',
}

/** Case numbers are taken in blocks, so that filing asks the database for one only now and then. */
export const takeNumbers: Prepared = {
  name: 'cases.take-numbers',
  text: `insert into cases.numbering (district, next) values ($1, $2)
    on conflict (district) do update set next = cases.numbering.next + excluded.next returning next`,
}
