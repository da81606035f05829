import type { UnitId } from '../src/kernel/organisations/model.ts'
import { atlasOf } from '../src/kernel/places/handle/atlas.ts'
import type { Component, ComponentState } from '../src/kernel/places/model/components.ts'
import { changeBetween, fieldsOf } from '../src/kernel/places/rules/components.ts'
import { findComponent, writeComponents } from '../src/kernel/places/store/components.ts'
import type { Db } from '../src/platform/db/db.ts'
import { DAY, type Day, type Instant, later } from '../src/platform/time.ts'
import { chance } from './chance.ts'
import { onEarth, type Spot } from './map/plan.ts'
import { streets } from './map/streets.ts'
import { isWet } from './map/water.ts'

type Kind = {
  readonly type: string
  readonly name: string
  readonly owner: string
  readonly unit: UnitId | null
  readonly keeper: string
  readonly every: number
  readonly beside: number
}

/** What stands along the streets, how far apart in metres, and whose it is. Some belong to nobody who is known. */
const kinds: readonly Kind[] = [
  { type: '0109', name: '路灯', owner: '城管局', unit: 'unit_chengguan', keeper: '亮化养护队', every: 220, beside: 7 },
  {
    type: '0302',
    name: '垃圾箱',
    owner: '城管局',
    unit: 'unit_chengguan',
    keeper: '云溪环卫一所',
    every: 360,
    beside: -6,
  },
  { type: '0102', name: '污水井盖', owner: '水务局', unit: 'unit_shuiwu', keeper: '排水管理所', every: 420, beside: 2 },
  { type: '0103', name: '雨水井盖', owner: '', unit: null, keeper: '', every: 640, beside: -3 },
  { type: '0203', name: '交通标志牌', owner: '公安分局', unit: 'unit_gongan', keeper: '', every: 700, beside: 6 },
  { type: '0401', name: '行道树', owner: '住建局', unit: 'unit_zhujian', keeper: '园林所', every: 520, beside: -8 },
]
const walked = new Set(['trunk', 'residential'])

type Standing = { readonly kind: Kind; readonly street: string; readonly at: Spot; readonly number: number }

function standing(): Standing[] {
  return streets()
    .filter(({ rank }) => !walked.has(rank))
    .flatMap(({ name, from, to }) =>
      kinds.flatMap((kind, place) => {
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
        const length = Math.hypot(dx, dy)
        const count = Math.floor((length - 60) / kind.every)
        return Array.from({ length: Math.max(0, count) }, (_, n): Standing => {
          const along = (40 + place * 13 + n * kind.every) / length
          const [x, y] = [from[0] + along * dx, from[1] + along * dy]
          const at: Spot = [x + (dy / length) * kind.beside, y - (dx / length) * kind.beside]
          return { kind, street: name, at, number: n + 1 }
        })
      }),
    )
    .filter(({ at }) => !isWet(at, 3))
}

/** Some hundreds of components along the streets of the invented town; a few are broken and one is being mended. */
export async function plantComponents(db: Db, district: string, at: Instant): Promise<void> {
  if ((await findComponent(db, district, `${district}${kinds[0]?.type ?? ''}000001`)) !== null) return
  const atlas = await atlasOf(db, district, at.slice(0, 10) as Day)
  const serial = new Map<string, number>()
  // The ring road's outer side belongs to the next district.
  const ours = standing().filter(({ at: spot }) => atlas.at(onEarth(spot)).community !== null)
  const entered = ours.map(({ kind, street, at: spot, number }): Component => {
    const n = (serial.get(kind.type) ?? 0) + 1
    serial.set(kind.type, n)
    const [lng, lat] = onEarth(spot)
    const where = atlas.at([lng, lat])
    return {
      code: `${district}${kind.type}${String(n).padStart(6, '0')}`,
      type: kind.type,
      name: `${street}${kind.name}${number}`,
      owner: kind.owner,
      ownerUnit: kind.unit,
      keeper: kind.keeper,
      state: 'in-use',
      place: `${street}${number * 20 - 10}号附近`,
      at: [lng, lat],
      community: where.community?.code ?? null,
      grid: where['social-grid']?.code ?? null,
      unitGrid: where['unit-grid']?.code ?? null,
      note: '',
      seq: 1,
      changedAt: at,
    }
  })
  const history = entered.map((one) => {
    return {
      ...one,
      history: { kind: 'entered' as const, reason: '普查登记', change: changeBetween(null, fieldsOf(one)) },
    }
  })
  await db.transaction(async (tx) => {
    await writeComponents(tx, district, history, { at: later(at, -300 * DAY), by: 'seed' })
    await writeComponents(tx, district, entered.flatMap(happened), { at: later(at, -3 * DAY), by: 'seed' })
  })
}

/** What has happened to one in forty since. */
function happened(one: Component) {
  const drawn = chance(one.code, 'fate')
  const fate: readonly [ComponentState, string] | null =
    drawn < 0.012
      ? ['damaged', '巡查发现破损']
      : drawn < 0.02
        ? ['under-repair', '已报养护单位维修']
        : drawn < 0.025
          ? ['missing', '巡查发现缺失']
          : null
  if (fate === null) return []
  const [state, reason] = fate
  const after: Component = { ...one, state, seq: 2 }
  return [
    { ...after, history: { kind: 'changed' as const, reason, change: changeBetween(fieldsOf(one), fieldsOf(after)) } },
  ]
}
