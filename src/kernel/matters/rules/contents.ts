import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Day } from '../../../platform/time.ts'
import type { MatterContents } from '../model/schema.ts'
import type { Matter, MatterStatus } from '../model.ts'

/** A matter without the things only the catalogue may say. */
export function contentsOf({ id: _id, version: _v, district: _d, status: _s, ...contents }: Matter): MatterContents {
  return contents
}

/** Do the two say the same, whatever their versions and states? */
export const sameContents = (a: Matter | null, b: Matter | null): boolean =>
  a !== null && b !== null && canonical(asJson(contentsOf(a))) === canonical(asJson(contentsOf(b)))

const asJson = (contents: MatterContents): Json => JSON.parse(JSON.stringify(contents)) as Json

/** How the newest version is told to people: a retirement shows, though the version itself never changes. */
export const asItStands = (published: Matter, status: MatterStatus, lastDay: Day | null): Matter =>
  status === 'retired' ? { ...published, status, effectiveTo: lastDay } : published
