import type { CaseState } from '../src/kernel/cases/model/case.ts'
import { openChildren } from '../src/kernel/cases/rules/decide.ts'
import { localDay } from '../src/kernel/worktime/rules.ts'
import { gridProcedure } from '../src/modules/grid/rules/grid-event.ts'
import { assistProcedure } from '../src/modules/orders/rules/assist.ts'
import { orderProcedure } from '../src/modules/orders/rules/order.ts'
import type { Json } from '../src/platform/canonical.ts'
import { DAY, HOUR, type Instant, later } from '../src/platform/time.ts'
import { chance, pick } from './chance.ts'
import { gridAct } from './grid-acts.ts'
import { phrases } from './phrases.ts'
import type { Plan } from './plot.ts'

/** What somebody will do next to a case, and when, if nothing else happens before. */
export type Act = { readonly at: Instant; readonly move: string; readonly fields: Readonly<Record<string, Json>> }

type Scene = { readonly state: CaseState; readonly plan: Plan }
type Does = (hours: number, move: string, fields?: Act['fields']) => Act

/** The next act in the life of a case; null where everybody waits, for a clock or for another case. Pure. */
export function nextAct(state: CaseState, plan: Plan): Act | null {
  if (isThere(state, plan)) return null
  const does: Does = (hours, move, fields = {}) => {
    const spread = 0.5 + chance(plan.seed, move, state.version)
    return { at: later(state.lastAt, Math.max(1, hours * spread * plan.pace * HOUR)), move, fields }
  }
  const act =
    state.filing.procedure === 'grid'
      ? gridAct({ state, plan }, does)
      : (scenes[`${state.filing.procedure}/${state.stage}`]?.({ state, plan }, does) ?? null)
  return act === null || act.move === plan.stopBefore ? null : notBefore(plan, state, act)
}

const isThere = ({ filing, stage, registers }: CaseState, { stopAt, level = 0 }: Plan): boolean =>
  stopAt === `${filing.procedure}/${stage}` && Number(registers.refusalLevel ?? registers.milestone ?? 0) >= level

const procedures = { orders: orderProcedure, assist: assistProcedure, grid: gridProcedure }

/** The move by which a case comes to stand where it will be found waits for its time. */
function notBefore({ stopAt, arriveAt }: Plan, { filing, stage }: CaseState, act: Act): Act {
  if (arriveAt === undefined || arriveAt <= act.at) return act
  const to = procedures[filing.procedure as keyof typeof procedures].moves[act.move]?.to
  const arrives = act.move === 'openChild' ? stopAt === 'assist/assigned' : stopAt === `${filing.procedure}/${to}`
  return arrives && to !== stage ? { ...act, at: arriveAt } : act
}

const words = (plan: Plan, of: keyof typeof phrases): string => plan.says?.[of] ?? pick(phrases[of], plan.seed, of)

/** Whether somebody is there who can write again, rate and withdraw. */
const hasVoice = ({ filing }: CaseState): boolean => filing.applicant !== null

const scenes: Readonly<Record<string, (scene: Scene, does: Does) => Act | null>> = {
  'orders/received': received,
  'orders/decline-review': ({ plan }, does) => does(2, 'confirmDecline', { explanation: words(plan, 'decline') }),
  'orders/supplement': ({ state, plan }, does) =>
    plan.plot === 'supplement-silent' || !hasVoice(state) ? null : does(20, 'supply', { text: words(plan, 'supply') }),
  'orders/dispatching': (_scene, does) => does(1.5, 'dispatch'),
  'orders/assigned': assigned,
  'orders/return-court': ({ plan }, does) =>
    plan.plot === 'returned-moved'
      ? does(4, 'reassign', { ground: words(plan, 'ruling'), ...(plan.otherUnit ? { unit: plan.otherUnit } : {}) })
      : does(4, 'keepWithUnit', { ground: words(plan, 'ruling') }),
  'orders/handling': handling,
  'orders/extension-review': ({ plan }, does) =>
    plan.plot === 'extension-refused'
      ? does(3, 'refuseExtension', { reason: words(plan, 'extensionRefused') })
      : does(3, 'approveExtension', { reason: words(plan, 'approve') }),
  'orders/hold-review': ({ plan }, does) => does(5, 'approveHold', { reason: words(plan, 'approve') }),
  'orders/on-hold': ({ plan }, does) =>
    chance(plan.seed, 'reactivates') < 0.6 ? does(14 * 24, 'reactivate', { reason: words(plan, 'reactivate') }) : null,
  'orders/refusal-ladder': ladder,
  'orders/reply-review': ({ state, plan }, does) =>
    plan.plot === 'sent-back' && !state.marks.sentBack && state.version < 12
      ? does(2, 'sendBack', { reason: words(plan, 'sendBack') })
      : does(3, 'approveReply'),
  'orders/verifying': verifying,
  'orders/answered': answered,
  'orders/closed': closed,
  'orders/reopen-review': ({ plan }, does) => does(4, 'reopen', { reason: words(plan, 'reopen') }),
  'orders/rectifying': ({ state, plan }, does) =>
    state.clocks.contact
      ? does(3, 'contact', { how: 'phone', reached: 'yes', said: words(plan, 'contact') })
      : does(20, 'rectify', { answer: words(plan, 'rectify') }),
  'orders/rectify-check': ({ plan }, does) => does(12, 'confirmRectified', { said: words(plan, 'visit') }),
  'assist/assigned': (_scene, does) => does(3, 'sign'),
  'assist/handling': ({ state, plan }, does) =>
    plan.stopAt === 'assist/extension-review' && !state.registers.extensions
      ? does(6, 'askExtension', { reason: words(plan, 'extension'), plan: words(plan, 'plan') })
      : does(16, 'deliver', { done: words(plan, 'deliver') }),
  'assist/extension-review': ({ plan }, does) => does(3, 'approveExtension', { reason: words(plan, 'approve') }),
  'assist/lead-check': (_scene, does) => does(3, 'take'),
}

function received({ plan, state }: Scene, does: Does): Act {
  if (plan.repeats) return does(0.5, 'linkRepeat', { original: plan.repeats })
  if (plan.plot === 'instant')
    return does(0.5, 'answerAtOnce', { answer: plan.reply ?? words(plan, 'instant'), outcome: 'explained' })
  if (plan.plot === 'declined')
    return does(1, 'proposeDecline', { ground: plan.ground ?? 'litigation', explanation: words(plan, 'decline') })
  if (plan.plot === 'withdrawn' && state.version === 1 && hasVoice(state))
    return does(1, 'withdraw', { reason: words(plan, 'withdraw') })
  const asks = plan.plot === 'supplement' || plan.plot === 'supplement-silent'
  if (asks && !state.registers.supplements) return does(1, 'askSupplement', { missing: words(plan, 'missing') })
  return does(1, 'accept')
}

function assigned({ plan, state }: Scene, does: Does): Act | null {
  if (plan.plot === 'ignored' || plan.plot === 'unsigned') return null
  if (plan.plot.startsWith('returned') && !state.registers.rulings)
    return does(3, 'proposeReturn', { ground: words(plan, 'return') })
  return does(3, 'sign', {
    triage: plan.plot === 'joint' ? 'joint' : pick(['must', 'can', 'can', 'hard'], plan.seed, 'triage'),
  })
}

function handling(scene: Scene, does: Does): Act | null {
  const { state, plan } = scene
  // Nobody moves until it lies on the last rung; then somebody must.
  if (plan.plot === 'ignored' && Number(state.registers.supervision) < 3) return null
  if (state.clocks.contact && plan.plot !== 'uncontacted')
    return does(3, 'contact', {
      how: pick(['phone', 'phone', 'visit'], plan.seed, 'how'),
      reached: 'yes',
      said: words(plan, 'contact'),
    })
  if (plan.plot === 'joint' && Object.keys(state.children).length === 0)
    return does(2, 'openChild', { task: words(plan, 'task'), ...(plan.otherUnit ? { unit: plan.otherUnit } : {}) })
  if (openChildren(state).length > 0)
    return plan.stopAt === 'assist/cancelled' ? does(6, 'withdraw', { reason: words(plan, 'withdraw') }) : null
  return beforeReply(scene, does) ?? reply(scene, does)
}

/** Extensions are asked where the real answer came after the promise; the rest is the plot. */
function beforeReply({ state, plan }: Scene, does: Does): Act | null {
  const main = state.clocks.main
  const late = plan.replyAt !== undefined && main !== undefined && plan.replyAt > main.account.due
  const asksMore = plan.plot === 'extended' || plan.plot === 'extension-refused' || late
  const triedBefore = state.marks.askedExtension === true || state.version > 14
  if (asksMore && main?.status === 'running' && !state.registers.extensions && !triedBefore)
    return does(6, 'askExtension', { reason: words(plan, 'extension'), plan: words(plan, 'plan') })
  if (plan.plot === 'held' && !state.registers.holds)
    return does(8, 'proposeHold', {
      reason: words(plan, 'hold'),
      plan: words(plan, 'plan'),
      nextContact: localDay(later(state.lastAt, 21 * DAY)),
    })
  if (plan.plot.startsWith('refus') && state.registers.refusal === 'none')
    return does(8, 'proposeRefusal', {
      ground: words(plan, 'refusal'),
      legalBasis: words(plan, 'basis'),
      tried: words(plan, 'tried'),
      alternative: words(plan, 'alternative'),
    })
  return null
}

function reply({ state, plan }: Scene, does: Does): Act {
  const outcome = plan.outcome ?? (chance(plan.seed, 'outcome') < 0.68 ? 'solved' : 'explained')
  const act = does(10, 'reply', { answer: plan.reply ?? words(plan, outcome), outcome, evidence: [] })
  const first = !state.marks.reworked && plan.replyAt !== undefined && plan.replyAt > act.at
  return first && plan.replyAt ? { ...act, at: plan.replyAt } : act
}

function ladder({ state, plan }: Scene, does: Does): Act | null {
  const level = Number(state.registers.refusalLevel)
  if (plan.plot === 'refusal-overruled' && level >= 2)
    return does(1, 'overrule', { instruction: words(plan, 'instruction') })
  if (level < Number(state.registers.refusalDemand)) {
    // Now and then nobody at this level looks, and silence moves it up.
    return chance(plan.seed, 'ladder', level) < 0.15 && !plan.level
      ? null
      : does(1, 'passUp', { reason: words(plan, 'passUp') })
  }
  return does(1, 'confirmRefusal', {
    answer: plan.reply ?? words(plan, 'refused'),
    legalBasis: words(plan, 'basis'),
    alternative: words(plan, 'alternative'),
  })
}

function verifying({ state, plan }: Scene, does: Does): Act {
  const finding = {
    how: pick(['on-site', 'on-site', 'phone', 'papers'], plan.seed, 'verify'),
    finding: words(plan, 'finding'),
  }
  if (state.registers.refusal === 'confirmed') return does(8, 'verifyRefusal', finding)
  if (plan.plot === 'verify-fails' && !state.registers.rework)
    return does(8, 'verifyFails', { ...finding, finding: words(plan, 'notDone') })
  return does(10, 'verify', finding)
}

const isRated = (state: CaseState): boolean => Number(state.registers.rated) > 0

/** What the telephone is told and what the stars say come from the same person. */
function opinionOf({ stars, seed }: Plan, state: CaseState): { satisfied: string; solved: string } {
  if (!hasVoice(state)) return { satisfied: 'unrated', solved: 'unknown' }
  if (stars !== undefined && stars < 3) return { satisfied: 'dissatisfied', solved: 'no' }
  const solved = pick(['yes', 'yes', 'partly', 'unknown'], seed, 'solved')
  if (stars !== undefined) return { satisfied: stars === 3 ? 'fair' : 'satisfied', solved }
  const all = ['satisfied', 'satisfied', 'satisfied', 'basically', 'fair', 'dissatisfied', 'unrated'] as const
  return { satisfied: pick(all, seed, 'call'), solved }
}

function answered({ state, plan }: Scene, does: Does): Act | null {
  if (plan.plot === 'unvisited') return null
  if (plan.plot === 'redone' && Number(state.registers.rework) < 1)
    return does(6, 'redo', { reason: words(plan, 'notDone') })
  const { satisfied, solved } = opinionOf(plan, state)
  if (state.marks.reached === undefined)
    return does(10, 'recordVisit', { reached: satisfied !== 'unrated', solved, satisfied, said: words(plan, 'visit') })
  return rating({ state, plan }, does) ?? does(6, 'close')
}

function rating({ state, plan }: Scene, does: Does): Act | null {
  if (isRated(state) || !hasVoice(state)) return null
  const { stars, seed } = plan
  if (stars === undefined ? plan.plot === 'rated-badly' : stars < 3)
    return does(4, 'rateBadly', { stars: stars ?? pick([1, 2], seed, 'bad'), text: words(plan, 'bad') })
  if (stars === undefined && chance(seed, 'rates') >= 0.4) return null
  return does(5, 'rate', { stars: stars ?? pick([5, 5, 5, 4, 4, 3], seed, 'stars'), text: words(plan, 'praise') })
}

function closed({ state, plan }: Scene, does: Does): Act | null {
  if (!hasVoice(state)) return null
  if (plan.plot === 'reopened' && !state.registers.reopened)
    return does(20, 'askReopen', { reason: words(plan, 'again') })
  return !isRated(state) && chance(plan.seed, 'late-rate') < 0.12 ? does(40, 'rate', { stars: 4 }) : null
}
