import type { RingFault } from '../../../platform/geo/ring-faults.ts'
import type { LngLat, MultiPolygon } from '../../../platform/geo/shapes.ts'

/** What can be wrong with one area by itself. */
export const featureFaults = [
  'no-geometry',
  'not-a-surface',
  'too-many-points',
  'outside-the-district',
  'code-missing',
  'code-shape',
  'code-twice',
  'name-missing',
  'parent-unknown',
  'parent-not-in-code',
  'text-too-long',
  'kind-unknown',
] as const
export type FeatureFault = (typeof featureFaults)[number] | RingFault

/** What can be wrong between areas. */
export const topologyFaults = ['gap', 'overlap', 'outside-parent'] as const
export type TopologyFaultKind = (typeof topologyFaults)[number]

/** What should be looked at and hinders nothing. */
export const remarks = ['owner-not-a-unit', 'area-stated-otherwise', 'kind-unstated'] as const
export type Remark = (typeof remarks)[number]

/** One line of a report: which features of the file (counted from 1), what is wrong, and where. */
export type Finding = {
  readonly fault: FeatureFault | TopologyFaultKind | Remark
  readonly grave: boolean
  /** Places in the file; empty for a gap. */
  readonly rows: readonly number[]
  readonly codes: readonly string[]
  /** Square metres of the gap or the overlap. */
  readonly area: number | null
  readonly at: LngLat | null
  readonly surface: MultiPolygon | null
  /** What was found instead: the code that was met, the text that does not fit. */
  readonly found: string
}

/** How far a long check has come. */
export type Progress = {
  readonly step: 'reading' | 'areas' | 'borders' | 'faces' | 'saving'
  readonly done: number
  readonly of: number
}
