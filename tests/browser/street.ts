import { expect } from 'vitest'
import { addFeatures, closeDraft, openDraft, putInForce } from '../../src/kernel/places/store/layers.ts'
import { systemClock } from '../../src/platform/time.ts'
import type { BuiltCity } from './city.ts'

/** One street of the town is drawn, from today on. */
export async function drawStreet({ database: { db }, config }: BuiltCity): Promise<void> {
  const ring = [117, 118, 118, 117, 117].map((lng, at) => [lng, [31, 31, 32, 32, 31][at] ?? 31] as const)
  const of = { district: config.district, layer: 'street' } as const
  const stroke = { at: systemClock.now(), by: 'staff_1' } as const
  const version = await openDraft(db, { ...of, note: '', ...stroke })
  const plain = { parent: null, landUse: '', grade: '', owner: '', ownerUnit: null, kind: 'basic', area: 1 } as const
  await addFeatures(db, { ...of, version }, [
    { ...plain, code: '349901001', name: '云溪街道', surface: [[ring]], at: [117.5, 31.5] },
  ])
  await closeDraft(db, { ...of, version })
  expect(await putInForce(db, { ...of, version }, { from: '2026-01-01', ...stroke })).toBe(true)
}
