import type { CaseState } from '../src/kernel/cases/model/case.ts'
import { localDay } from '../src/kernel/worktime/rules.ts'
import type { Json } from '../src/platform/canonical.ts'
import { DAY, later } from '../src/platform/time.ts'
import type { Act } from './acts.ts'
import { pick } from './chance.ts'
import { phrases } from './phrases.ts'
import type { Plan } from './plot.ts'

type Does = (hours: number, move: string, fields?: Readonly<Record<string, Json>>) => Act
type Scene = { readonly state: CaseState; readonly plan: Plan }

const says = ({ seed }: Plan, of: keyof typeof phrases): string => pick(phrases[of], seed, of)
const evidenceOf = ({ pictures }: Plan, shows: 'before' | 'after'): string[] => (pictures ? [pictures[shows]] : [])
const spotOf = ({ marks }: CaseState): Json => marks.spot ?? { lng: 118.31, lat: 32.29, accuracy: 60 }
const there = ({ state, plan }: Scene, finding: keyof typeof phrases, shows: 'before' | 'after') => ({
  finding: says(plan, finding),
  evidence: evidenceOf(plan, shows),
  spot: spotOf(state),
})

/** What somebody will do next to a grid case, by its stage; null where everybody waits. Pure. */
export const gridAct = (scene: Scene, does: Does): Act | null => scenes[scene.state.stage]?.(scene, does) ?? null

const scenes: Readonly<Record<string, (scene: Scene, does: Does) => Act | null>> = {
  reported: ({ state, plan }, does) => {
    if (state.registers.seen === 0) return does(3, 'orderCheck')
    return plan.stopAt === 'grid/rejection-review'
      ? does(3, 'proposeReject', { ground: 'below-threshold', explanation: says(plan, 'notThere') })
      : does(2, 'register')
  },
  'site-check': (scene, does) =>
    scene.plan.plot === 'declined' || scene.plan.stopAt === 'grid/rejection-review'
      ? does(8, 'notFoundOnSite', there(scene, 'notThere', 'after'))
      : does(8, 'confirmOnSite', there(scene, 'seenThere', 'before')),
  'rejection-review': ({ plan }, does) => does(6, 'confirmReject', { explanation: says(plan, 'notThere') }),
  dispatching: (_scene, does) => does(3, 'dispatch'),
  assigned: ({ state, plan }, does) =>
    plan.stopAt === 'grid/return-court' && !state.registers.rulings
      ? does(4, 'proposeReturn', { ground: says(plan, 'return') })
      : does(4, 'sign'),
  'return-court': ({ plan }, does) => does(6, 'keepWithUnit', { ground: says(plan, 'ruling') }),
  handling,
  'extension-review': ({ plan }, does) => does(6, 'approveExtension', { reason: says(plan, 'approve') }),
  'hold-review': ({ plan }, does) => does(6, 'approveHold', { reason: says(plan, 'approve') }),
  'on-hold': () => null,
  verifying: (scene, does) => {
    const { state, plan } = scene
    if (Number(state.registers.milestone) < Number(state.registers.milestones))
      return does(12, 'passMilestone', there(scene, 'rightThere', 'after'))
    return plan.plot === 'verify-fails' && !state.registers.rework
      ? does(12, 'failOnSite', there(scene, 'notRight', 'before'))
      : does(12, 'passOnSite', there(scene, 'rightThere', 'after'))
  },
  closing: (_scene, does) => does(6, 'closeCase'),
  closed: ({ state }, does) => does(200, 'evaluate', { grade: state.marks.reworked === true ? 'fair' : 'good' }),
}

function handling({ state, plan }: Scene, does: Does): Act | null {
  if (plan.plot === 'ignored') return null
  const { stopAt } = plan
  if ((stopAt === 'grid/hold-review' || stopAt === 'grid/on-hold') && !state.registers.holds)
    return does(8, 'proposeHold', {
      reason: says(plan, 'hold'),
      plan: says(plan, 'plan'),
      nextContact: localDay(later(state.lastAt, 21 * DAY)),
    })
  if (stopAt === 'grid/extension-review' && !state.registers.extensions)
    return does(8, 'askExtension', { reason: says(plan, 'extension'), plan: says(plan, 'plan') })
  return does(16, 'feedBack', {
    answer: says(plan, 'putRight'),
    evidence: evidenceOf(plan, 'after'),
    spot: spotOf(state),
  })
}
