import type { Json } from '../../../platform/canonical.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { categoryTree, pathOf } from '../../matters/rules/categories.ts'
import { categoriesOf } from '../../matters/store/categories.ts'
import type { UnitId } from '../../organisations/model.ts'
import { whyNotReceive } from '../../organisations/rules/duties.ts'
import type { StaffId } from '../../people/model.ts'
import { isDay } from '../../worktime/rules/days.ts'
import { localDay } from '../../worktime/rules.ts'
import { type CaseId, type CaseState, districtOf } from '../model/case.ts'
import { askedBy } from '../rules/present-moves.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { matterReferredTo, referredBy } from '../rules/referral.ts'
import { wereSentBy } from '../store/photos.ts'
import { type ControlKind, fieldWordsOf } from '../words.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { mattersNow } from './offers.ts'

type Checking = {
  readonly procedure: AnyProcedure
  readonly state: CaseState
  readonly move: string
  readonly fields: Readonly<Record<string, Json>>
  /** Who makes the move: a person's id, or nobody who is known. */
  readonly by: string | null
}
type Check = (parts: CaseDoorParts, asked: Checking, value: Json) => Promise<string | null>

/**
 * What only the city can say about the fields of a move: whether unit, person, case, category and papers are there
 * and may be named here. Null when all is well, else the refusal.
 */
export async function whyNotMove(parts: CaseDoorParts, asked: Checking): Promise<Refused | null> {
  const words = parts.words[asked.procedure.name]
  const move = asked.procedure.moves[asked.move]
  if (!words || !move) return refused('no-such-move')
  if (leavesOthers(asked)) return refused('others-have-joined')
  for (const field of Object.keys(askedBy(move))) {
    const value = asked.fields[field]
    const check = checks[fieldWordsOf(words, asked.move, field).control]
    const refusal = value === undefined || !check ? null : await check(parts, asked, value)
    if (refusal) return refused(refusal)
  }
  return (await refersToNothing(parts, asked)) ? refused('nothing-to-refer-to') : null
}

/** Whether the category named for a referral belongs to no matter that could take it. */
async function refersToNothing({ db, clock, procedures }: CaseDoorParts, { procedure, state, move, fields }: Checking) {
  const field = referredBy(procedure.moves[move])
  if (field === null) return false
  const all = await mattersNow(db, districtOf(state.id), localDay(clock.now()))
  return matterReferredTo(all, { from: state.filing, category: String(fields[field]), procedures }) === null
}

/** Whoever told it first may not take it back from under those who joined; they would be left without an answer. */
const leavesOthers = ({ procedure, state, move }: Checking): boolean => {
  const to = procedure.moves[move]?.to
  return state.marks.repeated === true && typeof to === 'string' && procedure.stages[to]?.end === 'withdrawn'
}

const checks: Partial<Record<ControlKind, Check>> = {
  unit: async ({ directory }, { procedure, state, move, fields }, value) => {
    const district = districtOf(state.id)
    const unit = (await directory.tree(district)).get(value as UnitId)
    if (!unit) return 'no-such-unit'
    const part = partOf(procedure, move)
    if (part === null) return null
    return whyNotReceive(unit, pathOf(categoryOf(state, fields)), await directory.duties(district), part)
  },
  staff: async ({ directory }, { procedure, state, move }, value) => {
    const person = await directory.staff(districtOf(state.id), value as StaffId)
    if (!person) return 'no-such-staff'
    const works = person.posts.some(({ unit, capacities }) => unit === state.unit && capacities.includes('handler'))
    const byAdministrator = procedure.moves[move]?.by.includes('administrator')
    return works || byAdministrator ? null : 'person-not-in-unit'
  },
  case: async ({ engine }, { state }, value) => {
    if (value === state.id) return 'not-the-same-case'
    const isHere = districtOf(value as CaseId) === districtOf(state.id)
    const other = isHere ? await engine.cases.find(value as CaseId) : null
    return other === null || other.filing.parent !== null ? 'no-such-case' : null
  },
  category: async ({ db }, { state }, value) => {
    const tree = categoryTree(await categoriesOf(db, districtOf(state.id)))
    return tree.find(pathOf(String(value))) ? null : 'no-such-category'
  },
  evidence: async ({ db }, { state, by }, value) => {
    const hashes = Array.isArray(value) ? value.map(String) : []
    return (await wereSentBy(db, districtOf(state.id), by ?? 'visitor', hashes)) ? null : 'no-such-photo'
  },
  day: async (_parts, _asked, value) => (isDay(String(value)) ? null : 'no-such-day'),
}

/** As what the named unit gets the case: as the one responsible, as a helper, or (null) it is only mentioned. */
function partOf({ moves }: AnyProcedure, name: string): 'lead' | 'assist' | null {
  const move = moves[name]
  if (move?.holds === 'field-unit') return 'lead'
  return move?.effects?.some((effect) => 'child' in effect && effect.child === 'opens') ? 'assist' : null
}

function categoryOf({ marks, filing }: CaseState, fields: Checking['fields']): string {
  const category = fields.category ?? marks.category
  return typeof category === 'string' ? category : filing.category
}
