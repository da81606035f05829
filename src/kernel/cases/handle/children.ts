import type { Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Clock } from '../../../platform/time.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { Matter, MatterId } from '../../matters/model.ts'
import { pathText } from '../../matters/rules/categories.ts'
import { matterInForce } from '../../matters/store/versions.ts'
import type { UnitId } from '../../organisations/model.ts'
import { localDay } from '../../worktime/rules.ts'
import { type CaseId, type CaseState, districtOf, type Told } from '../model/case.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { matterReferredTo } from '../rules/referral.ts'
import { tellingOf } from '../store/timeline.ts'
import type { Cases } from './cases.ts'
import { componentMeant } from './component-meant.ts'
import { mattersNow } from './offers.ts'

export type OpenChild = {
  readonly parent: CaseId
  readonly child: CaseId
  readonly seq: number
  readonly unit: UnitId | null
  /** The category under which it was referred; absent for a joint task. */
  readonly category?: string
}

export type ChildParts = {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
  readonly cases: Cases
  /** The matter that joint tasks are filed under. */
  readonly assistMatter: MatterId
  readonly procedures: Readonly<Record<string, AnyProcedure>>
}

/** Files what a move of its parent has opened: a joint task for a unit, or a case of another procedure (转办). */
export async function openChild(parts: ChildParts, asked: OpenChild): Promise<void> {
  const { cases, clock } = parts
  const { parent: id, child, seq, category } = asked
  const parent = await cases.find(id)
  if (!parent || (await cases.find(child))) return
  const refers = category !== undefined
  const matter = refers ? await matterReferred(parts, parent, category) : await matterOfTasks(parts, parent)
  const told = await (refers ? toldOnwards : taskOf)(parts, parent, seq)
  const thing = refers ? await componentMeant(parts.db, districtOf(id), { matter, point: told.point ?? null }) : null
  await cases.file({
    id: child,
    district: districtOf(id),
    matter,
    told,
    at: clock.now(),
    by: null,
    key: null,
    applicant: parent.filing.applicant,
    channel: 'joint',
    enteredBy: null,
    parent: id,
    leadUnit: parent.unit,
    category: refers ? pathText(matter.category) : categoryOf(parent),
    area: parent.filing.area,
    grid: parent.filing.grid,
    unit: asked.unit ?? parent.unit,
    evidence: refers ? parent.filing.evidence : [],
    ...thing,
  })
}

const categoryOf = ({ marks, filing }: CaseState): string =>
  typeof marks.category === 'string' ? marks.category : filing.category

async function matterOfTasks({ db, clock, assistMatter }: ChildParts, { id }: CaseState): Promise<Matter> {
  const matter = await matterInForce(db, districtOf(id), assistMatter, localDay(clock.now()))
  if (!matter) throw new Error(`no matter ${assistMatter} in force for joint tasks`)
  return matter
}

async function matterReferred({ db, clock, procedures }: ChildParts, { id, filing }: CaseState, category: string) {
  const all = await mattersNow(db, districtOf(id), localDay(clock.now()))
  const matter = matterReferredTo(all, { from: filing, category, procedures })
  if (!matter) throw new Error(`no matter in force to which ${category} could be referred`)
  return matter
}

/** The task is sealed in the parent's ledger; a destroyed key leaves the helper a task without words. */
async function taskOf(parts: ChildParts, parent: CaseState, seq: number): Promise<Told> {
  const { task } = await openedAt(parts, parent, seq)
  const text = typeof task === 'string' ? task : ''
  return { title: text.slice(0, 60), text }
}

/** What the officer wrote and where it is; who told it and his own words stay with the parent. */
async function toldOnwards(parts: ChildParts, parent: CaseState, seq: number): Promise<Told> {
  const [task, { place, point }] = await Promise.all([taskOf(parts, parent, seq), openedAt(parts, parent, 1)])
  return {
    ...task,
    ...(typeof place === 'string' && { place }),
    ...(isPoint(point) && { point }),
  }
}

const isPoint = (value: Json | undefined): value is { lng: number; lat: number } =>
  typeof value === 'object' && value !== null && 'lng' in value && 'lat' in value

async function openedAt(
  { db, vault }: ChildParts,
  { id }: CaseState,
  seq: number,
): Promise<Readonly<Record<string, Json>>> {
  const sealed = await tellingOf(db, id, seq)
  const opened: Json | 'destroyed' = sealed ? await vault.open(districtOf(id), sealed) : 'destroyed'
  return typeof opened === 'object' && opened !== null && !Array.isArray(opened)
    ? (opened as Readonly<Record<string, Json>>)
    : {}
}
