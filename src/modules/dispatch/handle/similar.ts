import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { caseSeenBy } from '../../../kernel/cases/handle/viewing.ts'
import { areaFor } from '../../../kernel/cases/handle/whereabouts.ts'
import type { CardRow } from '../../../kernel/cases/model/card.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { sightOf } from '../../../kernel/cases/policy/sight.ts'
import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import { stageLabel } from '../../../kernel/cases/rules/present.ts'
import { cardsOf } from '../../../kernel/cases/store/lists.ts'
import { originalsOf, repeatCounts } from '../../../kernel/cases/store/repeats.ts'
import { reachedOf } from '../../../kernel/cases/store/sight.ts'
import type { StaffWho, UnitId } from '../../../kernel/organisations/model.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { SimilarBody, SimilarCase, SimilarCases } from '../model.ts'
import { ALIKE, type Likeness } from '../rules/similar/similar.ts'
import type { SimilarTexts } from './likeness.ts'

export type DispatchParts = CaseDoorParts & { readonly likeness: SimilarTexts }

/** So many are looked at before sight and stage leave some out, so many are shown. */
const LOOKED_AT = 40
const TO_STAFF = 10
const TO_RESIDENTS = 3
/** The desk decides, so it is shown what is a little less alike. */
const ALIKE_TO_STAFF = 0.35
/** What is handled already is a precedent for the desk and no case to join. */
const joinable = [
  'received',
  'dispatching',
  'assigned',
  'supplement',
  'handling',
  'extension-review',
  'hold-review',
  'on-hold',
]

/** For the desk: what is alike and may be seen, open or past, best first. */
export async function similarForStaff(
  parts: DispatchParts,
  who: StaffWho,
  body: SimilarBody,
): Promise<SimilarCases | Refused> {
  const { likeness, db, directory } = parts
  const id = body.case as CaseId | undefined
  if (id && !(await caseSeenBy(parts, who, id))) return refused('no-such-case', 404)
  const asked = id
    ? await likeness.askCase(who.district, id, LOOKED_AT)
    : await askWords(parts, who.district, body, LOOKED_AT)
  if ('refusal' in asked) return asked
  const alike = asked.found.filter(({ score }) => score >= ALIKE_TO_STAFF)
  const near = (await originals(parts, who.district, alike)).filter((one) => one.id !== id)
  const seen = new Set(
    await reachedOf(
      db,
      sightOf(who),
      near.map((one) => one.id),
    ),
  )
  const visible = near.filter((one) => seen.has(one.id as CaseId)).slice(0, TO_STAFF)
  const tree = await directory.tree(who.district)
  const nameOf = (unit: string) => tree.get(unit as UnitId)?.shortName ?? unit
  const rows = await casesFor(parts, who.district, visible, () => true)
  return {
    ready: asked.ready,
    rows: rows.map(({ shown, card }) => ({ ...shown, unitName: card.unit === null ? null : nameOf(card.unit) })),
  }
}

/** The few open cases that somebody may see and that tell nearly the same: a hint beside what he is about to file. */
export const openAlike =
  (parts: DispatchParts) =>
  async (who: StaffWho, { title, text, place = '' }: { title: string; text: string; place?: string }) => {
    const found = await similarForStaff(parts, who, { title, text, place })
    if ('refusal' in found) return []
    return found.rows
      .filter(({ ended, score }) => !ended && (score ?? 0) >= ALIKE)
      .flatMap(({ id, number }) => (number === null ? [] : [{ id, number }]))
      .slice(0, TO_RESIDENTS)
  }

/** For whoever is writing: open cases that perhaps tell the same, with public facts only. */
export async function similarForResident(
  parts: DispatchParts,
  district: string,
  body: SimilarBody,
): Promise<SimilarCases | Refused> {
  const asked = await askWords(parts, district, body, LOOKED_AT)
  if ('refusal' in asked) return asked
  const alike = asked.found.filter(({ score }) => score >= ALIKE)
  const near = await originals(parts, district, alike)
  const isOpen = (card: CardRow) =>
    parts.offered.includes(card.procedure) && joinable.includes(card.stage) && !card.urgent
  const rows = await casesFor(parts, district, near, isOpen)
  return {
    ready: asked.ready,
    rows: rows.slice(0, TO_RESIDENTS).map(({ shown }) => ({ ...shown, number: null, score: null })),
  }
}

/** What was linked stands for the case it was linked to, which is the one to look at and to join; best first. */
async function originals({ db }: DispatchParts, district: string, found: readonly Likeness[]): Promise<Likeness[]> {
  const linkedTo = await originalsOf(
    db,
    district,
    found.map(({ id }) => id),
  )
  const best = new Map<string, Likeness>()
  for (const one of found) {
    const id = linkedTo.get(one.id) ?? one.id
    const known = best.get(id)
    if (!known || known.score < one.score) best.set(id, { ...one, id })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

async function askWords(parts: DispatchParts, district: string, body: SimilarBody, limit: number) {
  const { title = '', text = '', place = '' } = body
  const words = `${place} ${title} ${text}`
  if (words.trim().length < 2) return refused('nothing-to-compare')
  const area = await areaFor(parts.db, district, { named: undefined, words })
  return parts.likeness.ask({
    district,
    title: title === '' ? firstWords(text) : title,
    text: `${text} ${place}`,
    area: area === 'unknown' ? null : area,
    at: parts.clock.now(),
    limit,
  })
}

/** Who has not written a title yet has mostly said it in his first sentence. */
const firstWords = (text: string): string => (text.split(/[\u3002\uff01\uff1f\n!?]/)[0] ?? '').slice(0, 30)

async function casesFor(
  { db, words }: DispatchParts,
  district: string,
  near: readonly Likeness[],
  shows: (card: CardRow) => boolean,
): Promise<{ readonly shown: SimilarCase; readonly card: CardRow }[]> {
  const ids = near.map(({ id }) => id)
  const [cards, counts] = await Promise.all([cardsOf(db, district, ids), repeatCounts(db, district, ids)])
  const byId = new Map<string, CardRow>(cards.map((card) => [card.id, card]))
  return near.flatMap(({ id, score, exact }) => {
    const card = byId.get(id)
    if (!card || card.title === null || !shows(card)) return []
    const shown = {
      id,
      number: card.number,
      title: maskPersonal(card.title),
      area: card.area,
      stage: card.stage,
      stageLabel: stageLabel(words, card.procedure, card.stage),
      filedAt: card.filedAt,
      unitName: null,
      ended: card.ended,
      people: 1 + (counts.get(id) ?? 0),
      score: Math.round(score * 100) / 100,
      exact,
    }
    return [{ shown, card }]
  })
}
