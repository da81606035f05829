/** The town on paper: the same stories, people and rules, and no database; so that many days of a year can be tried. */
import { procedures } from '../src/city/engine.ts'
import type { CaseParts } from '../src/kernel/cases/handle/parts.ts'
import { messagesOf } from '../src/kernel/cases/handle/reactions.ts'
import type { Actor, CaseCommand, CaseId, CaseState, DecidedEvent, Filing } from '../src/kernel/cases/model/case.ts'
import type { Facts } from '../src/kernel/cases/rules/clocks.ts'
import { decide, decideFiling, decideTick } from '../src/kernel/cases/rules/decide.ts'
import { evolve } from '../src/kernel/cases/rules/evolve.ts'
import type { Matter } from '../src/kernel/matters/model.ts'
import { promiseOn } from '../src/kernel/matters/rules/promises.ts'
import type { StaffWho, UnitId } from '../src/kernel/organisations/model.ts'
import type { WorkCalendar } from '../src/kernel/worktime/model.ts'
import { defaultHours, localDay } from '../src/kernel/worktime/rules.ts'
import { ASSIST_MATTER } from '../src/modules/orders/model.ts'
import { type Instant, turnableClock } from '../src/platform/time.ts'
import { createSimulation, type Progress } from './simulate.ts'
import type { Story } from './story.ts'
import { filingOf, inOrder, planOf } from './telling.ts'

export type Paper = {
  readonly matters: readonly Matter[]
  readonly staff: readonly StaffWho[]
  readonly calendar: WorkCalendar
}
type Message = { readonly topic: string; readonly payload: Readonly<Record<string, unknown>> }

const DISTRICT = '349901'
const LEAD: UnitId = 'unit_zhujian'
const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

export async function liveOnPaper({ matters, staff, calendar }: Paper, stories: readonly Story[], now: Instant) {
  const cases = new Map<CaseId, CaseState>()
  const outbox: Message[] = []
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const clock = turnableClock(now)
  const stateOf = (id: CaseId) => {
    const state = cases.get(id)
    if (!state) throw new Error(`no ${id}`)
    return state
  }
  const procedureOf = ({ filing }: Pick<CaseState, 'filing'>) => procedures[filing.procedure as keyof typeof procedures]
  const factsOf = (matter: string, filedAt: Instant): Facts => ({
    worktime: { calendar, hours: defaultHours },
    promise: (key) => promiseOn(byId.get(matter as Matter['id']) ?? { promises: [] }, key, localDay(filedAt)),
    responsibleUnit: LEAD,
  })
  const speaking = { procedures, hasSubscribers: () => false } as unknown as CaseParts

  const commit = (state: CaseState, events: readonly DecidedEvent[]) => {
    const messages = messagesOf(speaking, state, events) as unknown as readonly Message[]
    cases.set(state.id, state)
    outbox.push(...messages)
    simulation.hear({ state, events, wakes: messages.length > 0 })
    return { ok: true, state, repeated: false } as const
  }
  const change = (id: CaseId, decision: ReturnType<typeof decide>) => {
    if (!decision.ok) return decision
    let state = stateOf(id)
    for (const event of decision.events) state = evolve(state, event, id)
    return commit(state, decision.events)
  }
  const engine = {
    responsibleFor: async () => LEAD,
    forget: () => {},
    cases: {
      procedureOf,
      move: async (id: CaseId, command: CaseCommand) => {
        const state = stateOf(id)
        return change(id, decide(procedureOf(state), state, command, factsOf(state.filing.matter, state.filedAt)))
      },
      tick: async (id: CaseId, at: Instant) => {
        const state = stateOf(id)
        return change(id, decideTick(procedureOf(state), state, at, factsOf(state.filing.matter, state.filedAt)))
      },
    },
  }
  const file = (id: CaseId, matter: Matter, at: Instant, rest: Partial<Filing>) => {
    const { procedure, kind, version: matterVersion, refusalLadder } = matter
    const filing = {
      ...rest,
      number: id,
      matter: matter.id,
      matterVersion,
      procedure,
      kind,
      procedureVersion: 1,
    } as Filing
    const given = { refusalDemand: refusalLadder.confirmAt }
    const command = { at, by: null, filing, told: { title: '', text: '' }, given }
    const event = decideFiling(procedureOf({ filing }), command, factsOf(matter.id, at)) as unknown as DecidedEvent
    commit(evolve(null, event, id), [event])
  }
  const tell = async ({ topic, payload }: Message) => {
    const { parent, child, end, original, repeat } = payload as Record<string, CaseId>
    const at = clock.now()
    const assist = byId.get(ASSIST_MATTER)
    if (topic === 'case.open-child' && parent && child && assist) {
      const { filing, unit } = stateOf(parent)
      file(child, assist, at, { ...filing, parent, unit: payload.unit as UnitId, leadUnit: unit, channel: 'joint' })
    }
    if (topic === 'case.child-ended' && parent && child && end)
      await engine.cases.move(parent, { move: 'childEnded', at, by: system, fields: { child, end } })
    if (topic === 'case.parent-ended' && child) await engine.cases.move(child, { move: 'parentEnded', at, by: system })
    if (topic === 'case.repeated' && original && repeat)
      await engine.cases.move(original, { move: 'repeated', at, by: system, fields: { repeat } })
  }
  const runDueJobs = async () => {
    let ran = 0
    for (let message = outbox.shift(); message; message = outbox.shift(), ran++) await tell(message)
    return { ran, failed: 0 }
  }

  const scenes = inOrder(stories, { matters, calendar, now })
  const ids = new Map(
    scenes.map(({ story }, at) => [story.id, `case_${DISTRICT}_${String(at).padStart(24, '0')}00` as CaseId]),
  )
  const plans = new Map(scenes.map(({ story, matter }) => [ids.get(story.id), planOf(story, matter, now, ids)]))
  const simulation = createSimulation({
    engine,
    runner: { runDueJobs },
    clock,
    staff,
    until: now,
    planFor: ({ id, filing }) => plans.get(filing.parent ?? id) ?? null,
  })
  clock.turnTo(scenes[0]?.at ?? now)
  for (const { story, matter, at } of scenes) {
    const {
      told: _told,
      matter: _matter,
      at: _at,
      ...rest
    } = filingOf(
      { story, matter, at },
      { district: DISTRICT, applicant: story.who && `person_${story.who}`, key: story.id },
    )
    file(ids.get(story.id) ?? 'case_349901_none', matter, at, rest)
  }
  const life: Progress = await simulation.run()
  return { cases: [...cases.values()], ids, life }
}
