import type { Prepared } from '../../../platform/db/db.ts'

/** The facts, into the ledger. */
const facts = `facts as (
  insert into ledger.event (district, stream, seq, type, at, by, body, hash)
  select $1, $2, e.seq, e.type, e.at, e.by, e.body, decode(e.hash, 'hex')
  from jsonb_to_recordset($3::jsonb) as e(seq int, type text, at timestamptz, by text, body jsonb, hash text)
)`

/** What follows from every fact alike: timer, figures, notices and messages. */
const consequences = `timer as (
  insert into jobs.timer (district, key, kind, due) select $1, $2, 'case', $21::timestamptz where $21 is not null
  on conflict (district, key) do update set due = excluded.due, attempts = 0, error = null, dead_at = null, locked_until = null
), timer_off as (
  delete from jobs.timer where $22 and district = $1 and key = $2
), figures as (
  insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
  select $1, d.measure, d.day, $2, $18, d.line, d.unit, d.category, d.area, d.n, $11
  from rows from (
    jsonb_to_recordset($23::jsonb) as (measure text, day date, unit text, category text, area text, n int)
  ) with ordinality as d(measure, day, unit, category, area, n, line)
), notices as (
  insert into channels.notice (district, id, to_kind, to_id, template, params, case_id, at, due)
  select $1, n.id, n."toKind", n."toId", n.template, n.params, $2, $11, n.due
  from jsonb_to_recordset($24::jsonb) as n(id text, "toKind" text, "toId" text, template text, params jsonb, due timestamptz)
), messages as (
  insert into jobs.outbox (district, id, topic, payload, at, due)
  select $1, m.id, m.topic, m.payload, $11, $11
  from jsonb_to_recordset($25::jsonb) as m(id text, topic text, payload jsonb)
)`

/** The request that was answered, where it had a key. */
const answer = `insert into cases.answered (district, key, case_id, version, at, asked)
  select $1, $26, $2, $18, $11, $27 where $26::text is not null`

/**
 * The one statement that writes a move: facts, snapshot, timer, figures, notices, messages and the answered request,
 * all or nothing. One case per transaction, so that it stays on one shard.
 */
export const commitMove: Prepared = {
  name: 'cases.commit-move',
  text: `
with ${facts}, snapshot as (
  update cases.card set stage = $4, phase = $5, settled = $6, ended = $7, unit = $8, holder = $9, category = $10,
    changed_at = $11, due = $12, warn_at = $13, overdue = $14, supervision = $15, outcome = $16, stars = $17,
    version = $18, head = $19, state = $20, matter = $29
  where district = $1 and id = $2
), ${consequences}, alive as (
  update cases.alive set unit = $8, due = $12, warn_at = $13, overdue = $14, settled = $6, held = $4 = 'on-hold',
    changed_at = $11
  where not $7 and district = $1 and case_id = $2
), ended as (
  delete from cases.alive where $7 and district = $1 and case_id = $2
), hand as (
  insert into cases.hand (district, staff, case_id) select $1, $28, $2 where $28::text is not null on conflict do nothing
)
${answer}`,
}

/** The same for the first fact of a case, with what never changes about it and the words it can be found by. */
export const commitFiling: Prepared = {
  name: 'cases.commit-filing',
  text: `
with ${facts}, snapshot as (
  insert into cases.card (district, id, stage, phase, settled, ended, unit, holder, category, changed_at, due, warn_at,
    overdue, supervision, outcome, stars, version, head, state, number, procedure, matter, kind, channel, applicant,
    entered_by, parent, area, grid, title, filed_at)
  values ($1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $28, $29, $30, $31,
    $32, $33, $34, $35, $36, $37, $38, $11)
), ${consequences}, alive as (
  insert into cases.alive (district, case_id, unit, area, due, warn_at, overdue, settled, held, joint, changed_at)
  values ($1, $2, $8, $36, $12, $13, $14, $6, false, $35::text is not null, $11)
), searched as (
  insert into cases.text (district, case_id, words) select $1, $2, array_to_tsvector($39::text[]) where $39 is not null
), spotted as (
  insert into cases.spot (district, case_id, quad, lng, lat, filed_on)
  select $1, $2, $40::bigint, $41, $42, $43 where $40::bigint is not null
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
