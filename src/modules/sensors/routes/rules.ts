import { Type } from 'typebox'
import type { Matter } from '../../../kernel/matters/model.ts'
import { mattersInForce } from '../../../kernel/matters/store/versions.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sortableId } from '../../../platform/ids.ts'
import { DAY, later } from '../../../platform/time.ts'
import type { Rule, RuleId } from '../model/sensor.ts'
import { PreviewView, RuleBody, RulesView, RuleVersionView } from '../model/views.ts'
import { MANAGE_RIGHT, READ_RIGHT } from '../policy.ts'
import { wouldHaveOpened } from '../rules/live.ts'
import { isClearable } from '../rules/standing.ts'
import { rulesFor } from '../rules/step.ts'
import { readingsOf } from '../store/readings.ts'
import { addRule, historyOf, rulesOf, sensorsOf } from '../store/sensors.ts'
import { operator, type SensorRouteParts } from './parts.ts'

const tags = ['sensors']
const params = Type.Object({ id: Type.String({ pattern: '^rule_[0-9a-z-]{1,40}$' }) })
const Kept = Type.Object({ ok: Type.Literal(true), id: Type.String(), version: Type.Integer() })
const manage = { onRequest: needs(MANAGE_RIGHT) }
const read = { onRequest: needs(READ_RIGHT) }

/** A preview reads no more than this of each sensor, and of no more sensors. */
const READINGS_MOST = 50_000
const SENSORS_MOST = 200

/** What anybody may come with, and the types of the grid, which are found and not asked for. */
const mayOpen =
  ({ procedures }: SensorRouteParts) =>
  ({ internal = false, procedure }: Matter): boolean =>
    !internal || procedures[procedure]?.moves.register !== undefined

/** What opens a case: data with a history, and tried on the past before it is kept. */
export function ruleRoutes(http: Http, parts: SensorRouteParts): void {
  const { db, clock } = parts
  http.get(
    '/api/sensors/rules',
    {
      ...read,
      schema: {
        tags,
        summary: 'Rules as they are in force',
        response: { 200: RulesView, ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [rules, matters] = await Promise.all([
        rulesOf(db, district),
        mattersInForce(db, district, localDay(clock.now())),
      ])
      const names = new Map<string, { zh: string; en: string }>(matters.map(({ id, name }) => [id, { ...name }]))
      return {
        rows: rules.map(({ district: _here, ...rule }) => ({ ...rule, matterName: names.get(rule.matter) ?? null })),
        matters: matters.filter(mayOpen(parts)).map(({ id, name }) => ({ id, name: { ...name } })),
      }
    },
  )
  http.get(
    '/api/sensors/rules/:id/history',
    {
      ...read,
      schema: {
        tags,
        summary: 'Every version of a rule, the newest first',
        params,
        response: { 200: Type.Object({ rows: Type.Array(RuleVersionView) }), ...problems },
      },
    },
    async (request) => {
      const rows = await historyOf(db, staffOf(request).district, request.params.id)
      if (rows.length === 0) return refused('no-such-rule', 404)
      return { rows: rows.map(({ district: _here, id: _its, ...version }) => version) }
    },
  )
  writingRoutes(http, parts)
  previewRoute(http, parts)
}

function writingRoutes(http: Http, parts: SensorRouteParts): void {
  const keep = async (
    by: ReturnType<typeof operator>,
    id: RuleId,
    { version, ...body }: Omit<Rule, 'district' | 'id'>,
  ) => {
    const { db, clock } = parts
    if (!isClearable(body)) return refused('rule-clear-wrong')
    const matters = await mattersInForce(db, by.district, localDay(clock.now()))
    if (!matters.some((matter) => matter.id === body.matter)) return refused('no-such-target')
    const done = await operate(db, by, { what: 'sensors.rule', target: id }, async (tx) => {
      const [last] = await historyOf(tx, by.district, id)
      if ((last?.version ?? 0) !== version) return refused('rule-changed-meanwhile')
      await addRule(tx, { ...body, district: by.district, id, version: version + 1 }, { at: by.at, by: by.who })
      return { ok: true as const, id, version: version + 1 }
    })
    parts.sensorsKnown.forget()
    return done
  }

  http.post(
    '/api/sensors/rules',
    { ...manage, schema: { tags, summary: 'A new rule', body: RuleBody, response: { 200: Kept, ...problems } } },
    async (request) =>
      keep(operator(parts, request), `rule_${sortableId(parts.clock.now())}`, { ...request.body, version: 0 }),
  )
  http.put(
    '/api/sensors/rules/:id',
    {
      ...manage,
      schema: {
        tags,
        summary: 'The next version of a rule',
        params,
        body: RuleBody,
        response: { 200: Kept, ...problems },
      },
    },
    async (request) => keep(operator(parts, request), request.params.id as RuleId, request.body),
  )
}

function previewRoute(http: Http, { db, clock }: SensorRouteParts): void {
  http.post(
    '/api/sensors/rules/preview',
    {
      ...read,
      schema: {
        tags,
        summary: 'What a rule would have opened in the last week; nothing is kept',
        body: RuleBody,
        response: { 200: PreviewView, ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const rule: Rule = { ...request.body, district, id: 'rule_preview', active: true }
      const to = clock.now()
      const from = later(to, -7 * DAY)
      const sensors = (await sensorsOf(db, district)).filter((sensor) => rulesFor([rule], sensor).length > 0)
      const rows = []
      let readings = 0
      for (const sensor of sensors.slice(0, SENSORS_MOST)) {
        const past = await readingsOf(db, { district, sensor: sensor.id, from, to }, READINGS_MOST)
        readings += past.length
        rows.push(...wouldHaveOpened(sensor, rule, past))
      }
      return { sensors: sensors.length, readings, rows: rows.slice(0, 500) }
    },
  )
}
