import { Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Comparison } from '../../model/learning.ts'
import { learningCountWords as counts, learningWords as words } from './words/learning.ts'

type Line = { readonly id: string; readonly title: string; readonly before: string; readonly after: string }

const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : `${(value * 100).toFixed(1)} %`
const plain = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(4)

/** What a training would change: figures of both models side by side, then class by class. */
export function Compared({ comparison }: { comparison: Comparison }) {
  const { t } = useTongue()
  const { before, after, lessons, classes } = comparison
  const onAll = t(words.onAll)
  const onDecisions = t(words.onDecisions)
  const line = (title: string, [old, fresh]: readonly [string, string]): Line => ({
    id: title,
    title,
    before: old,
    after: fresh,
  })
  const lines = [
    line(`${onAll}：${t(words.macroF1)}`, [plain(before.all.macroF1), plain(after.all.macroF1)]),
    line(`${onAll}：${t(words.accuracy)}`, [share(before.all.accuracy), share(after.all.accuracy)]),
    line(`${onAll}：${t(words.ece)}`, [plain(before.all.ece), plain(after.all.ece)]),
    line(`${onAll}：${t(words.count)}`, [String(before.all.count), String(after.all.count)]),
    line(t(words.share), [share(before.automatic.share), share(after.automatic.share)]),
    line(t(words.wrong), [share(before.automatic.error), share(after.automatic.error)]),
    ...(after.decisions === null
      ? []
      : [
          line(`${onDecisions}：${t(words.accuracy)}`, [
            share(before.decisions?.accuracy),
            share(after.decisions.accuracy),
          ]),
          line(`${onDecisions}：${t(words.macroF1)}`, [
            plain(before.decisions?.macroF1),
            plain(after.decisions.macroF1),
          ]),
          line(`${onDecisions}：${t(words.count)}`, [
            String(before.decisions?.count ?? 0),
            String(after.decisions.count),
          ]),
        ]),
  ]
  const byClass = classes.map(({ label, count, before: old, after: fresh }) =>
    line(`${label} (${count})`, [plain(old), plain(fresh)]),
  )
  const columns = [
    { id: 'title', title: t(words.comparison), cell: (row: Line) => row.title },
    { id: 'before', title: t(words.before), align: 'end' as const, cell: (row: Line) => row.before },
    { id: 'after', title: t(words.after), align: 'end' as const, cell: (row: Line) => row.after },
  ]
  return (
    <Sheet title={t(words.comparison)}>
      <Stack>
        <Soft>{t(counts.learnt(lessons.files, lessons.decisions, lessons.leftOut))}</Soft>
        <Table caption={t(words.comparison)} hideCaption rows={lines} rowId={({ id }) => id} columns={columns} />
        <Table caption={t(words.classes)} rows={byClass} rowId={({ id }) => id} columns={columns} />
      </Stack>
    </Sheet>
  )
}
