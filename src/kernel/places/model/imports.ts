import type { CoordinateSystem } from '../../../platform/geo/systems.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Layer } from './layers.ts'
import type { Finding, Progress } from './topology.ts'

export const importStates = [
  'waiting',
  'running',
  'ready',
  'faulty',
  'unreadable',
  'cancelled',
  'published',
  'discarded',
] as const
export type ImportState = (typeof importStates)[number]

/** What was found, and how often each; of many findings only the first are kept. */
export type Report = {
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<string, number>>
  readonly noise: number
  /** Whether gaps were looked for: not while some areas could not be drawn. */
  readonly gapsLooked: boolean
}

export type ImportRun = {
  readonly id: string
  readonly layer: Layer
  readonly fileName: string
  readonly system: CoordinateSystem
  readonly tolerance: number
  /** It redraws only the areas above of which it speaks; the rest stays as published last. */
  readonly isPart: boolean
  readonly state: ImportState
  readonly step: Progress['step']
  readonly done: number
  readonly total: number
  readonly version: number | null
  readonly features: number
  readonly grave: number
  readonly remarks: number
  readonly refusal: string | null
  readonly at: Instant
  readonly by: string
  readonly endedAt: Instant | null
}
