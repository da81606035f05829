import type { Kind } from '../model/kinds.ts'
import type { OutcomeView, PlanView } from '../model/plan-view.ts'

/** One line of a comparison: people reached before, of how many, and after each plan. `all`: every must-have. */
export type ComparedLine = {
  readonly what: Kind | 'all'
  readonly before: number
  readonly of: number
  readonly after: number[]
}

type Compared =
  | { readonly ok: true; readonly rows: ComparedLine[] }
  | { readonly ok: false; readonly refusal: 'plans-differ' }

const ground = ({ reckoned: { network, profile, profileVersion, walker, facilities, openAt } }: OutcomeView): string =>
  [network, profile, profileVersion, walker, facilities, openAt ?? ''].join(' ')

/** Plans side by side, every kind that any of them changes. Only what was reckoned alike may stand side by side. */
export function comparison(plans: readonly Pick<PlanView, 'outcome'>[]): Compared {
  const [first] = plans
  if (!first) return { ok: true, rows: [] }
  if (plans.some(({ outcome }) => ground(outcome) !== ground(first.outcome)))
    return { ok: false, refusal: 'plans-differ' }
  const all = plans.map(({ outcome }) => outcome)
  const kinds = [...new Set(all.flatMap((outcome) => outcome.kinds.map(({ kind }) => kind)))]
  const { covered, of } = first.outcome.before.all
  return {
    ok: true,
    rows: [
      { what: 'all', before: covered, of, after: all.map(({ after }) => after.all.covered) },
      ...kinds.map((kind) => lineOf(kind, all)),
    ],
  }
}

function lineOf(kind: Kind, all: readonly OutcomeView[]): ComparedLine {
  const found = all.map((outcome) => outcome.kinds.find((one) => one.kind === kind))
  const before = found.find((one) => one !== undefined)?.before ?? { covered: 0, of: 0 }
  return {
    what: kind,
    before: before.covered,
    of: before.of,
    after: found.map((one) => one?.after.covered ?? before.covered),
  }
}
