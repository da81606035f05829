import type { Cases } from '../../../kernel/cases/handle/cases.ts'
import { type CaseId, districtOf } from '../../../kernel/cases/model/case.ts'
import { stageLabel, type Words } from '../../../kernel/cases/rules/present.ts'
import { cardsOf } from '../../../kernel/cases/store/lists.ts'
import { matterInForce } from '../../../kernel/matters/store/versions.ts'
import type { Directory } from '../../../kernel/organisations/handle/directory.ts'
import type { StaffWho, UnitId } from '../../../kernel/organisations/model.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Kind } from '../model/kinds.ts'
import type { Walker } from '../model/profile.ts'
import { GAP_MATTER, type GapFigure, type GapTaskView } from '../model/task.ts'
import { type GapRow, gapsBy, gapsToMeasure, openGapTask, putAfter, putGap } from '../store/gaps.ts'
import { gapWords } from '../words/gaps.ts'
import { kindWords } from '../words/kinds.ts'
import { type AskedCircle, askedCircle, type CoverageParts, inside, leftOutIn } from './coverage.ts'

export type GapParts = CoverageParts & {
  readonly engine: { readonly cases: Cases }
  readonly directory: Directory
  readonly words: Words
}

export type Gap = {
  readonly kind: Kind
  readonly walker: Walker
  readonly area: string | null
  /** As `OpenAt` has it: the gap of that time; else regardless of hours. */
  readonly openAt?: string | undefined
}

type Measured = { readonly ok: true; readonly figure: GapFigure; readonly areaName: string | null }

/** How many of those who live there reach the kind in time, as things stand now. */
export async function measureGap(
  parts: CoverageParts,
  district: string,
  { kind, walker, area, openAt }: Gap,
  profile?: string,
): Promise<Measured | Refused> {
  const query = {
    ...{ walker, ...(area !== null && { area }) },
    ...{ ...(profile !== undefined && { profile }), ...(openAt !== undefined && { openAt }) },
  }
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const left = leftOutIn(asked, kind)
  if (!left) return refused('kind-not-in-profile', 404)
  const { reckoned } = asked.circle
  const of = peopleIn(asked)
  const out = left.reduce((sum, { people }) => sum + people, 0)
  const { network, profile: by, profileVersion } = reckoned
  const at = parts.clock.now()
  const figure = { covered: of - out, of, network, profile: by, profileVersion, at, openAt: openAt ?? null }
  return { ok: true, figure, areaName: asked.area?.name ?? null }
}

function peopleIn({ circle: { ground }, area }: AskedCircle): number {
  const within = inside(ground, area)
  return ground.data.homes.people.reduce((sum, one, home) => (within[home] === -1 ? sum : sum + one), 0)
}

export type GapWish = Gap & { readonly unit: UnitId; readonly instruction: string; readonly plan?: string | undefined }

/** Makes a gap the work of a unit, with the figure of before. */
export async function openGap(
  parts: GapParts,
  who: StaffWho,
  { unit, instruction, plan, ...gap }: GapWish,
): Promise<{ ok: true; case: CaseId; number: string } | Refused> {
  const { db, clock, engine, directory } = parts
  const { district } = who
  const at = clock.now()
  if (!(await directory.tree(district)).get(unit)) return refused('no-such-unit', 404)
  const measured = await measureGap(parts, district, gap)
  if (!measured.ok) return measured
  if (measured.figure.of - measured.figure.covered <= 0) return refused('no-gap')
  const matter = await matterInForce(db, district, GAP_MATTER, localDay(at))
  if (!matter) return refused('no-gap-matter')
  const title = gapWords.title(measured.areaName, kindWords[gap.kind], measured.figure).zh
  return db.transaction(async (tx) => {
    if (await openGapTask(tx, district, gap)) return refused('gap-is-task')
    const filed = await engine.cases.within(tx).file({
      ...{ district, matter, at, by: who.id, key: null, applicant: null, channel: 'joint', enteredBy: who.id },
      ...{ parent: null, leadUnit: who.unit, area: null, grid: null, unit, evidence: [] },
      category: matter.category.join('/'),
      told: { title, text: `${title}\n${instruction}` },
    })
    if (!filed.ok) return refused(filed.refusal)
    const { id, filing } = filed.state
    const { openAt: _, ...place } = gap
    await putGap(tx, district, { ...place, case: id, plan: plan ?? null, before: measured.figure }, { at, by: who.id })
    return { ok: true as const, case: id, number: filing.number }
  })
}

/** Measures completed tasks again, by the profile of the first figure, and keeps what it finds. */
export async function measureAgain(parts: CoverageParts, district: string): Promise<number> {
  const gaps = await gapsToMeasure(parts.db, district)
  let done = 0
  for (const gap of gaps) {
    const again = { ...gap, openAt: gap.before.openAt ?? undefined }
    const measured = await measureGap(parts, district, again, gap.before.profile)
    if (!measured.ok) continue
    await putAfter(parts.db, district, gap.case, measured.figure)
    done++
  }
  return done
}

export type GapList = {
  readonly ended: boolean | undefined
  readonly kind: Kind | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** One page of tasks that came from gaps, with both figures. */
export async function listGaps(
  parts: GapParts,
  district: string,
  { after, ...list }: GapList,
): Promise<Page<GapTaskView> | Refused> {
  const place = after === undefined ? null : decodeCursor(after, 2)
  if (place && !place.ok) return place
  const key = place && ([String(place.key[0]), String(place.key[1])] as const)
  if (key && Number.isNaN(Date.parse(key[0]))) return refused('bad-cursor')
  const rows = await gapsBy(parts.db, { district, ...list, after: key })
  const page = pageOf(rows, list.limit, (row) => [row.openedAt, row.case])
  return { ...page, rows: await gapViews(parts, district, page.rows) }
}

async function gapViews(parts: GapParts, district: string, rows: readonly GapRow[]): Promise<GapTaskView[]> {
  const ids = rows.map((row) => row.case)
  const [cards, tree, ground] = await Promise.all([
    cardsOf(parts.db, district, ids),
    parts.directory.tree(district),
    parts.circles.areaNames(district),
  ])
  const byId = new Map(cards.map((card) => [card.id, card]))
  return rows.flatMap(({ plan: _plan, ...row }) => {
    const card = byId.get(row.case)
    if (!card || districtOf(row.case) !== district) return []
    const { number, stage, ended, due, unit, procedure } = card
    return [
      {
        ...row,
        number,
        areaName: row.area === null ? null : (ground.get(row.area) ?? row.area),
        unitName: unit === null ? null : (tree.get(unit as UnitId)?.name ?? unit),
        stage,
        stageLabel: stageLabel(parts.words, procedure, stage),
        ended,
        due,
      },
    ]
  })
}
