import { pathOf } from '../../matters/rules/categories.ts'
import type { Duty, StaffWho, UnitId } from '../../organisations/model.ts'
import { whoIsResponsible, whyNotReceive } from '../../organisations/rules/duties.ts'
import type { Tree } from '../../organisations/rules/tree.ts'
import { dutyReasons, organisationRefusals } from '../../organisations/words.ts'
import type { CaseState } from '../model/case.ts'
import type { Guess, Precedent, Reading } from '../model/reading.ts'
import type { ProposalView, RouteView, ToldView } from '../model/views.ts'
import { movesOpenTo } from '../policy.ts'
import { precedentWords } from '../words/precedent.ts'
import type { CaseDoorParts } from './door-parts.ts'

/** The category a case stands under now. */
export const categoryOf = ({ marks, filing }: Pick<CaseState, 'marks' | 'filing'>): string =>
  typeof marks.category === 'string' ? marks.category : filing.category

/** Where this case belongs, as its words and the duty list say; only for whoever is to send it somewhere. */
export async function proposalFor(
  parts: CaseDoorParts,
  who: StaffWho,
  state: CaseState,
  told: Pick<ToldView, 'title' | 'text'>,
): Promise<ProposalView | null> {
  const procedure = parts.engine.cases.procedureOf(state)
  const sends = movesOpenTo(who, procedure, state).some((move) => procedure.moves[move]?.holds === 'field-unit')
  return sends ? routesFor(parts, who.district, state, told) : null
}

/** The same for anybody: what is proposed to a person and what is kept of it afterwards come out of one rule. */
export async function routesFor(
  parts: Pick<CaseDoorParts, 'directory' | 'readWords' | 'precedentsOf'>,
  district: string,
  state: Pick<CaseState, 'marks' | 'filing'>,
  { title, text }: Pick<ToldView, 'title' | 'text'>,
): Promise<ProposalView | null> {
  const category = categoryOf(state)
  const [duties, tree, reading] = await Promise.all([
    parts.directory.duties(district),
    parts.directory.tree(district),
    parts.readWords?.(district, { title, text, category }) ?? onlyFiled(category),
  ])
  const { area } = state.filing
  const routed = routing(duties, tree, area)
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

const routing =
  (duties: readonly Duty[], tree: Pick<Tree, 'get' | 'has'>, area: string | null) =>
  ({ category, label, confidence }: Guess, precedent: Precedent | null): RouteView | null => {
    const path = pathOf(category)
    const found = whoIsResponsible({ category: path, area: area?.split('/') ?? [] }, duties)
    if (!found) return null
    const ruled = precedent && tree.has(precedent.unit as UnitId) ? precedent : null
    const id = ruled?.unit ?? found.unit
    const unit = tree.get(id as UnitId)
    const refusal = unit ? whyNotReceive(unit, path, duties) : 'no-such-unit'
    return {
      category,
      label,
      confidence,
      unit: id,
      unitName: unit?.name ?? id,
      because: ruled ? 'precedent' : found.because,
      reason: ruled ? precedentWords.reason : dutyReasons[found.because],
      basis: ruled ? ruled.number : found.rule.basis,
      mayReceive: refusal === null,
      refusal: refusal && { code: refusal, said: organisationRefusals[refusal] },
    }
  }
