import { figures, figuresBy, hours } from '../../../kernel/indicators/handle.ts'
import type { Figured, IndicatorDefinition } from '../../../kernel/indicators/model.ts'
import type { UnitId } from '../../../kernel/organisations/model.ts'
import { areasOf } from '../../../kernel/places/store.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Board } from '../model.ts'
import { boardView, definitionsOnBoard, type ScreenNames } from '../rules/board.ts'
import { firstOf } from '../rules.ts'
import { lightsOf } from '../store.ts'
import { nowhereWords } from '../words.ts'
import type { Audit } from './audit.ts'
import type { ScreenParts } from './parts.ts'

export type BoardQuestion = {
  readonly district: string
  /** Null: the whole district. */
  readonly units: readonly string[] | null
  /** So many days up to today. */
  readonly days: number
}

/** The whole first load of the screen, in one answer. */
export async function boardOf(
  parts: ScreenParts,
  question: BoardQuestion,
  audit: (district: string) => Promise<Audit>,
): Promise<Board> {
  const { db, clock, indicators } = parts
  const { district, units, days } = question
  const at = clock.now()
  const today = localDay(at)
  const from = firstOf(today, days)
  const scope = { district, ...(units === null ? {} : { units }) }
  const placed = definitionsOnBoard(indicators)
  const [whole, byUnit, day, byHour, lights, lost, names] = await Promise.all([
    figures(db, placed.all, { ...scope, from, to: today, today }),
    figuresBy(db, placed.units, { ...scope, from, to: today, today, by: 'unit' }),
    figures(db, placed.flow, { ...scope, from: today, to: today, today }),
    hours(db, placed.flow, { ...scope, day: today }),
    lightsOf(db, question, at),
    audit(district),
    namesIn(parts, district),
  ])
  const counted = {
    whole: pickIn(placed.all, whole),
    today: pickIn(placed.flow, day),
    hours: (definition: IndicatorDefinition) => byHour[placed.flow.indexOf(definition)] ?? [],
    units: new Map([...byUnit.by].map(([unit, part]) => [unit, pickIn(placed.units, part)])),
    lights,
  }
  const view = boardView({ asOf: at, district, units, from, day: today }, placed, counted, names)
  return { ...view, lost: lost.figures, lostAsOf: lost.asOf }
}

const pickIn = (all: readonly IndicatorDefinition[], found: readonly Figured[]) => (definition: IndicatorDefinition) =>
  found[all.indexOf(definition)] as Figured

const bareCode = (code: string): string => code.replace(/^[a-z]+_/, '')

/** Units and areas by name; a unit that is closed by now still has the name it had. */
export async function namesIn({ db, directory }: ScreenParts, district: string): Promise<ScreenNames> {
  const [tree, versions, areas] = await Promise.all([
    directory.tree(district),
    directory.versions(district),
    areasOf(db, district),
  ])
  // Cases carry an area by its code or by the bare division code in it.
  const areaNames = new Map<string, string>(
    areas.flatMap(({ code, name }) => [
      [code, name],
      [bareCode(code), name],
    ]),
  )
  return {
    unit: (key) =>
      key === ''
        ? nowhereWords.unit.zh
        : (tree.get(key as UnitId)?.shortName ?? versions.findLast(({ id }) => id === key)?.shortName ?? key),
    area: (key) => (key === '' ? nowhereWords.area.zh : (areaNames.get(key.split('/').at(-1) ?? '') ?? key)),
    category: (key) => (key === '' ? nowhereWords.category.zh : key),
  }
}
