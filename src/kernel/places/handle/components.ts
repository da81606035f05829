import type { Db } from '../../../platform/db/db.ts'
import { haversine, planeAt } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Day } from '../../../platform/time.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import type { Component, ComponentDraft, ComponentFields, ComponentPatch, ComponentType } from '../model/components.ts'
import type { PlacesRefusal } from '../model/layers.ts'
import { type BearingUnit, unitMeant } from '../rules/bearer.ts'
import { changeBetween, componentCode, fieldsOf, tidy } from '../rules/components.ts'
import { changedTypes, componentsWithin, findComponent, writeComponents } from '../store/components.ts'
import type { Stroke } from '../store/layers.ts'
import { shippedTypes } from '../words/components.ts'
import { type Atlas, atlasOf } from './atlas.ts'

const no = (refusal: PlacesRefusal, status?: 404): Refused => refused(refusal, status)

/** The table of types of a city: what is shipped, with what the city changed laid over it. */
export async function typesOf(db: Db, district: string): Promise<readonly ComponentType[]> {
  const types = new Map([...shippedTypes, ...(await changedTypes(db, district))].map((type) => [type.code, type]))
  return [...types.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

export type ComponentParts = { readonly db: Db; readonly directory: Pick<Directory, 'tree'> }

/** Everything that a component is checked against and completed from, read once for many. */
export type Yard = {
  readonly district: string
  readonly types: ReadonlyMap<string, ComponentType>
  readonly units: readonly BearingUnit[]
  readonly atlas: Atlas
}

export async function yardOf({ db, directory }: ComponentParts, district: string, day: Day): Promise<Yard> {
  const [types, tree, atlas] = await Promise.all([
    typesOf(db, district),
    directory.tree(district),
    atlasOf(db, district, day),
  ])
  return { district, types: new Map(types.map((type) => [type.code, type])), units: [...tree.values()], atlas }
}

type Wrong = Extract<PlacesRefusal, 'component-code-wrong' | 'component-type-unknown' | 'component-nowhere'>

/** A component as it would stand; a plain no for a code, a type or a place that cannot be. */
export function placed(yard: Yard, draft: ComponentDraft, seq: number, stroke: Stroke): Component | Wrong {
  const parts = componentCode(draft.code)
  if (parts === null || parts.district !== yard.district) return 'component-code-wrong'
  if (!yard.types.has(parts.type)) return 'component-type-unknown'
  const { lng, lat, ...said } = draft
  const where = yard.atlas.at([lng, lat])
  // A city without any layer yet can still keep its components; where there are layers, one of them must know the spot.
  if (yard.atlas.editions.length > 0 && Object.values(where).every((found) => found === null))
    return 'component-nowhere'
  return {
    ...said,
    type: parts.type,
    ownerUnit: unitMeant(yard.units, draft.owner),
    at: [lng, lat],
    community: where.community?.code ?? null,
    grid: where['social-grid']?.code ?? null,
    unitGrid: where['unit-grid']?.code ?? null,
    seq,
    changedAt: stroke.at,
  }
}

type Written = { readonly ok: true; readonly component: Component }

/** Enters a new component; its history begins with what was said of it. */
export async function enterComponent(
  tx: Db,
  yard: Yard,
  given: ComponentDraft,
  stroke: Stroke,
): Promise<Written | Refused> {
  const draft = tidy(given)
  const component = placed(yard, draft, 1, stroke)
  if (typeof component === 'string') return no(component)
  if (await findComponent(tx, yard.district, draft.code)) return no('component-there-already')
  const change = changeBetween(null, fieldsOf(component))
  await writeComponents(tx, yard.district, [{ ...component, history: { kind: 'entered', reason: '', change } }], stroke)
  return { ok: true, component }
}

/** Changes what is said of a component and keeps what it was; refused when somebody else was first. */
export async function changeComponent(
  tx: Db,
  yard: Yard,
  { code, patch: given }: { readonly code: string; readonly patch: ComponentPatch },
  stroke: Stroke,
): Promise<Written | Refused> {
  const before = await findComponent(tx, yard.district, code)
  if (before === null) return no('no-such-component', 404)
  const { seq, reason, ...patch } = tidy(given)
  if (seq !== before.seq) return refused('somebody-was-first')
  const fields: ComponentFields = { ...fieldsOf(before), ...patch }
  const change = changeBetween(fieldsOf(before), fields)
  if (Object.keys(change).length === 0) return no('nothing-changed')
  const component = placed(yard, { code, ...fields }, seq + 1, stroke)
  if (typeof component === 'string') return no(component)
  await writeComponents(tx, yard.district, [{ ...component, history: { kind: 'changed', reason, change } }], stroke)
  return { ok: true, component }
}

export type Near = { readonly component: Component; readonly metres: number }

const MOST_NEAR = 2_000

/** The components round a point, the nearest first; `metres` is how far to look. */
export async function componentsNear(
  db: Db,
  district: string,
  { at, metres, type }: { readonly at: LngLat; readonly metres: number; readonly type?: string },
): Promise<readonly Near[]> {
  const plane = planeAt(at)
  const [west, south] = plane.toLngLat([-metres, -metres])
  const [east, north] = plane.toLngLat([metres, metres])
  const within = await componentsWithin(db, district, [west, south, east, north], MOST_NEAR)
  return within
    .filter((component) => type === undefined || component.type.startsWith(type))
    .map((component) => ({ component, metres: haversine(at, component.at) }))
    .filter((near) => near.metres <= metres)
    .sort((a, b) => a.metres - b.metres)
}
