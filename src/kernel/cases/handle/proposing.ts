import { pathOf } from '../../matters/rules/categories.ts'
import { matterVersion } from '../../matters/store/versions.ts'
import type { Duty, StaffWho, UnitId } from '../../organisations/model.ts'
import { type DutyOrder, whoIsResponsible, whyNotReceive } from '../../organisations/rules/duties.ts'
import type { Tree } from '../../organisations/rules/tree.ts'
import { dutyReasons, organisationRefusals } from '../../organisations/words.ts'
import { type CaseState, districtOf, livesUnder, type Thing, thingOf } from '../model/case.ts'
import type { Guess, Precedent, Reading } from '../model/reading.ts'
import type { ProposalView, RouteView, ToldView } from '../model/views.ts'
import { movesOpenTo } from '../policy.ts'
import { componentWords } from '../words/component.ts'
import { precedentWords, reasonWith } from '../words/precedent.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { placeTold, type ToldPlace } from './whereabouts.ts'

/** The category a case stands under now. */
export const categoryOf = ({ marks, filing }: Pick<CaseState, 'marks' | 'filing'>): string =>
  typeof marks.category === 'string' ? marks.category : filing.category

/** Where this case belongs, as its words and the duty list say; only for whoever is to send it somewhere. */
export async function proposalFor(
  parts: CaseDoorParts,
  who: StaffWho,
  state: CaseState,
  told: Pick<ToldView, 'title' | 'text' | 'place'>,
): Promise<ProposalView | null> {
  const procedure = parts.engine.cases.procedureOf(state)
  const sends = movesOpenTo(who, procedure, state).some((move) => procedure.moves[move]?.holds === 'field-unit')
  if (!sends) return null
  const [order, lies] = await Promise.all([dutyOrderOf(parts, state), placeSaid(parts, state, told)])
  return routesFor(parts, who.district, state, { ...told, order, lies })
}

/** What in its words names the place, where the case stands under that place. */
async function placeSaid(
  { db }: Pick<CaseDoorParts, 'db'>,
  { id, filing }: CaseState,
  { place, title, text }: Pick<ToldView, 'title' | 'text' | 'place'>,
): Promise<ToldPlace | null> {
  const lies = await placeTold(db, districtOf(id), `${place ?? ''} ${title} ${text}`)
  return lies && lies.area === filing.area ? lies : null
}

/** How the matter of a case wants the duty list to be read. */
export async function dutyOrderOf({ db }: Pick<CaseDoorParts, 'db'>, state: CaseState): Promise<DutyOrder> {
  const { matter, matterVersion: version } = livesUnder(state)
  const rule = (await matterVersion(db, districtOf(state.id), matter, version))?.duty.rule ?? 'duty-list'
  return rule === 'unit' ? 'duty-list' : rule
}

type AskedBy = Pick<ToldView, 'title' | 'text'> & { readonly order?: DutyOrder; readonly lies?: ToldPlace | null }

/** The same for anybody: what is proposed to a person and what is kept of it afterwards come out of one rule. */
export async function routesFor(
  parts: Pick<CaseDoorParts, 'directory' | 'readWords' | 'precedentsOf'> & Partial<Pick<CaseDoorParts, 'offered'>>,
  district: string,
  state: Pick<CaseState, 'marks' | 'filing' | 'under'>,
  { title, text, order = 'duty-list', lies = null }: AskedBy,
): Promise<ProposalView | null> {
  const category = categoryOf(state)
  // What somebody wrote freely is read; who reported a thing of a type has said what it is.
  const isFree = parts.offered?.includes(state.filing.procedure) ?? true
  const [duties, tree, reading] = await Promise.all([
    parts.directory.duties(district),
    parts.directory.tree(district),
    (isFree && parts.readWords?.(district, { title, text, category })) || onlyFiled(category),
  ])
  const { area } = state.filing
  const routed = routing(duties, tree, { area, order, lies, thing: thingOf(state) })
  const categories = reading.best.map((guess) => guess.category)
  const precedents = await parts.precedentsOf?.(district, { categories, area })
  const best = reading.best.flatMap((guess) => routed(guess, precedents?.get(guess.category) ?? null) ?? [])
  const [first] = best
  return first ? { ...first, sure: reading.sure, best, marks: [...reading.marks] } : null
}

const onlyFiled = (category: string): Reading => ({
  best: [{ category, label: null, confidence: null }],
  sure: false,
  marks: [],
})

type Routing = {
  readonly area: string | null
  readonly order: DutyOrder
  readonly lies: ToldPlace | null
  readonly thing: Thing
}

/** The unit that owns the reported component goes before every line of the duty list (先属主后属地). */
function ownerOf({ owner, component = '' }: Thing, tree: Pick<Tree, 'get'>) {
  const unit = owner && tree.get(owner)
  if (!unit) return null
  const reason = componentWords.owned(component)
  return { unit: unit.id, unitName: unit.name, because: 'owner', reason, basis: component }
}

function routing(duties: readonly Duty[], tree: Pick<Tree, 'get' | 'has'>, { area, order, lies, thing }: Routing) {
  const receiving = (id: string, path: readonly string[]) => {
    const unit = tree.get(id as UnitId)
    const refusal = unit ? whyNotReceive(unit, path, duties) : 'no-such-unit'
    return { mayReceive: refusal === null, refusal: refusal && { code: refusal, said: organisationRefusals[refusal] } }
  }
  return ({ category, label, confidence }: Guess, precedent: Precedent | null): RouteView | null => {
    const path = pathOf(category)
    const found = whoIsResponsible({ category: path, area: area?.split('/') ?? [] }, duties, order)
    if (!found) return null
    const owned = order === 'owner-first' ? ownerOf(thing, tree) : null
    if (owned) return { category, label, confidence, ...owned, ...receiving(owned.unit, path) }
    const ruled = precedent && tree.has(precedent.unit as UnitId) ? precedent : null
    const id = ruled?.unit ?? found.unit
    const unit = tree.get(id as UnitId)
    return {
      category,
      label,
      confidence,
      unit: id,
      unitName: unit?.name ?? id,
      because: ruled ? 'precedent' : found.because,
      reason: reasonWith(lies, ruled ? precedentWords.reason : dutyReasons[found.because]),
      basis: ruled ? ruled.number : found.rule.basis,
      ...receiving(id, path),
    }
  }
}
