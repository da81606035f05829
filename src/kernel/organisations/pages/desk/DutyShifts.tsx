import { Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { OrganisationRefusal } from '../../model.ts'
import { organisationRefusals } from '../../words.ts'
import { firstOf, shiftsSaid, dutyWords as words } from './words/duties.ts'

export type DutyPreview = {
  readonly refusal: OrganisationRefusal | null
  readonly cases: number
  readonly total: number
  readonly shifts: readonly {
    readonly category: string
    readonly area: string | null
    readonly areaName: string | null
    readonly before: string | null
    readonly after: string | null
    readonly cases: number
  }[]
}

/** Who would be sent what instead of whom, or why it cannot be done. */
export function DutyShifts({ preview: { refusal, cases, total, shifts } }: { preview: DutyPreview }) {
  const { t } = useTongue()
  if (refusal !== null) return <Notice tone="bad" title={t(organisationRefusals[refusal])} spoken />
  if (total === 0) return <Notice tone="info" title={t(words.nothing)} spoken />
  return (
    <Stack gap="tight">
      <Notice tone={cases > 0 ? 'warn' : 'info'} title={t(shiftsSaid(total, cases))} spoken />
      <Table
        caption={t(words.follows)}
        rows={shifts}
        rowId={({ category, area }) => `${category} ${area}`}
        columns={[
          { id: 'category', title: t(words.category), cell: ({ category }) => category },
          { id: 'area', title: t(words.area), cell: ({ areaName }) => areaName ?? t(words.everywhere) },
          { id: 'before', title: t(words.before), cell: ({ before }) => before ?? t(words.nobody) },
          { id: 'after', title: t(words.after), cell: ({ after }) => after ?? t(words.nobody) },
          { id: 'cases', title: t(words.waiting), align: 'end', cell: ({ cases: waiting }) => waiting },
        ]}
      />
      {total > shifts.length ? <Soft>{t(firstOf(shifts.length, total))}</Soft> : null}
    </Stack>
  )
}
