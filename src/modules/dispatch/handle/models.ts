import type { Db } from '../../../platform/db/db.ts'
import type { Classifier } from '../model/classify.ts'
import type { ModelId } from '../model/learning.ts'
import { readerOf } from '../rules/classify/classify.ts'
import { shippedClassifier } from '../store/classifier.ts'
import { lastSwitch } from '../store/learning.ts'
import type { ModelFiles } from '../store/model-files.ts'
import type { Reader } from './reading.ts'

/** How long a switch may take to be seen by every process, in milliseconds of the machine. */
const BELIEVED = 5_000

export type ModelParts = {
  readonly db: Db
  readonly files: ModelFiles
  readonly onTrouble: (district: string, id: ModelId) => void
}

type Loaded = { readonly id: ModelId | null; readonly model: Classifier; readonly reader: Reader }
type Kept = { until: number; readonly loaded: Promise<Loaded> }

/** The model in force in each district. One whose file cannot be read is told of, and the shipped one reads instead. */
export function createModels({ db, files, onTrouble }: ModelParts, ticks = () => performance.now()) {
  const known = new Map<string, Kept>()

  async function load(district: string, before: Kept | undefined): Promise<Loaded> {
    const id = (await lastSwitch(db, district))?.model ?? null
    const last = await before?.loaded.catch(() => undefined)
    if (last && last.id === id) return last
    const own = id === null ? null : await files.read(district, id)
    if (id !== null && own === null) onTrouble(district, id)
    const model = own ?? (await shippedClassifier())
    return { id: own === null ? null : id, model, reader: { labels: model.labels, read: readerOf(model) } }
  }

  function inForce(district: string): Promise<Loaded> {
    const kept = known.get(district)
    if (kept && kept.until > ticks()) return kept.loaded
    const fresh = { until: ticks() + BELIEVED, loaded: load(district, kept) }
    known.set(district, fresh)
    fresh.loaded.catch(() => known.delete(district))
    return fresh.loaded
  }

  return {
    inForce,
    reader: async (district: string): Promise<Reader> => (await inForce(district)).reader,
    /** Believes no longer what was looked up, after a switch in this process. */
    forget(district: string): void {
      const kept = known.get(district)
      if (kept) kept.until = 0
    },
  }
}

export type Models = ReturnType<typeof createModels>
