import type { Read } from '../rules/payload.ts'
import type { Taken } from './intake.ts'

export type Lot = { readonly reads: readonly Read[]; readonly done: () => void }

export type GatheringParts = {
  readonly take: (reads: readonly Read[]) => Promise<Taken>
  readonly onWakes: () => void
  readonly onTrouble: (error: unknown) => void
  /** At most so many readings in one transaction. */
  readonly most?: number
  /** How long a failed batch rests before it is tried again, ms. */
  readonly restMs?: number
}

/**
 * Gathers what arrives one by one into batches, one on its way at a time: while it is written the next one grows. `done`
 * is called once the readings are on the disk. A batch that fails is tried again for ever; nothing is thrown away.
 */
export function createGathering({ take, onWakes, onTrouble, most = 2_000, restMs = 1_000 }: GatheringParts) {
  let waiting: Lot[] = []
  let running: Promise<void> | null = null
  let stopped = false

  const run = async () => {
    while (waiting.length > 0 && !stopped) {
      const lots = nextLots()
      try {
        const { wakes } = await take(lots.flatMap(({ reads }) => reads))
        for (const { done } of lots) done()
        if (wakes) onWakes()
      } catch (error) {
        onTrouble(error)
        waiting = [...lots, ...waiting]
        await new Promise((turn) => setTimeout(turn, restMs))
      }
    }
    running = null
  }
  const nextLots = (): Lot[] => {
    let count = 0
    let end = 0
    while (end < waiting.length && (end === 0 || count + (waiting[end]?.reads.length ?? 0) <= most))
      count += waiting[end++]?.reads.length ?? 0
    const lots = waiting.slice(0, end)
    waiting = waiting.slice(end)
    return lots
  }

  return {
    add(lot: Lot): void {
      waiting.push(lot)
      // What arrives in the same turn of the loop goes together.
      running ??= new Promise<void>((turn) => setImmediate(turn)).then(run)
    },
    /** What waits is forgotten: it was not acknowledged, and comes again. */
    forget(): void {
      waiting = []
    },
    async stop(): Promise<void> {
      stopped = true
      waiting = []
      await running
    },
  }
}
