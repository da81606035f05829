import { type Static, Type } from 'typebox'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { CaseLine, OrNull } from '../../../kernel/cases/model/views.ts'
import type { Instant } from '../../../platform/time.ts'

export const sortingKinds = ['dispatched', 'reclassified', 'ruled'] as const
export type SortingKind = (typeof sortingKinds)[number]

/** Somebody said where a case belongs: what had been proposed, and what he chose. Nothing of the text. */
export type Sorting = {
  readonly case: CaseId
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly kind: SortingKind
  readonly proposedCategory: string
  readonly proposedUnit: string
  readonly chosenCategory: string
  readonly chosenUnit: string | null
  readonly confidence: number | null
  readonly sure: boolean
  readonly categoryCorrected: boolean
  readonly unitCorrected: boolean
}

const Text = Type.String()
const Count = Type.Integer()
const DayText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** One case that waits to be sent somewhere, with the route proposed first. */
export const QueueRow = Type.Object(
  {
    line: CaseLine,
    route: OrNull(
      Type.Object({
        category: Text,
        label: OrNull(Text),
        unitName: Text,
        confidence: OrNull(Type.Number()),
        sure: Type.Boolean(),
      }),
    ),
  },
  { title: 'DispatchQueueRow' },
)
export type QueueRow = Static<typeof QueueRow>

export const QueueView = Type.Object(
  { rows: Type.Array(QueueRow), more: Type.Boolean({ description: 'whether further ones wait behind these' }) },
  { title: 'DispatchQueue' },
)
export type QueueView = Static<typeof QueueView>

/** How many somebody has dispatched today, by hour of the city. */
export const PaceView = Type.Object(
  { day: Text, count: Count, hours: Type.Array(Type.Object({ hour: Count, count: Count })) },
  { title: 'DispatchPace' },
)
export type PaceView = Static<typeof PaceView>

export const DriftQuery = Type.Object(
  { from: Type.Optional(DayText), to: Type.Optional(DayText) },
  { additionalProperties: false, title: 'DriftQuestion' },
)

/** `measured`: decisions on a proposal with a confidence; `low`: those of them it was not sure of; `corrected`: category or unit. */
const drift = {
  decisions: Count,
  measured: Count,
  low: Count,
  corrected: Count,
  lowShare: OrNull(Type.Number({ description: 'low / measured' })),
  correctedShare: OrNull(Type.Number({ description: 'corrected / decisions' })),
}
export const DriftRow = Type.Object({ category: Text, ...drift }, { title: 'DispatchDriftRow' })
export type DriftRow = Static<typeof DriftRow>

export const DriftView = Type.Object(
  { from: Text, to: Text, all: Type.Object(drift), rows: Type.Array(DriftRow) },
  { title: 'DispatchDrift' },
)
export type DriftView = Static<typeof DriftView>
