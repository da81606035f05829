import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { KindLookView } from '../../model/circle.ts'
import type { Kind } from '../../model/kinds.ts'
import { unitWords } from '../../words/facilities.ts'
import { lookWords as words } from '../words/look.ts'
import type { Asked } from './Planner.tsx'

type Line = KindLookView['choice'][number]

/** Near is not yet enough: how many there are to choose from, and whether they are large enough for those around. */
export function KindLook({ kind, asked }: { kind: Kind; asked: Asked }) {
  const { t } = useTongue()
  const read = useRead<KindLookView>(withQuery('/api/life-circle/look', { ...asked, kind }), {
    keepLast: true,
    topics: ['life-circle'],
  })
  return (
    <Loaded read={read}>
      {(seen) => (
        <Stack gap="tight">
          <h3>{t(words.choice)}</h3>
          <Choice seen={seen} />
          <h3>{t(words.capacity)}</h3>
          <Capacity seen={seen} />
        </Stack>
      )}
    </Loaded>
  )
}

function Choice({ seen: { choice, people } }: { seen: KindLookView }) {
  const { t, count } = useTongue()
  const column = (id: 'none' | 'one' | 'two' | 'more') => ({
    id,
    title: t(words[id]),
    align: 'end' as const,
    cell: (row: Line) => count(Math.round(row[id])),
  })
  return (
    <>
      <Table<Line>
        caption={t(words.choice)}
        hideCaption
        rows={choice}
        rowId={({ minutes }) => String(minutes)}
        columns={[
          { id: 'minutes', title: t(words.within), cell: ({ minutes }) => t(words.minutes(minutes)) },
          column('none'),
          column('one'),
          column('two'),
          column('more'),
        ]}
      />
      <Soft>{t(words.ofAll(count(Math.round(people))))}</Soft>
    </>
  )
}

function Capacity({ seen: { capacity } }: { seen: KindLookView }) {
  const { t, count } = useTongue()
  if (capacity === null) return <Soft>{t(words.notAsked)}</Soft>
  const { enough, asked, unit, known, unknown } = capacity
  if (known === 0) return <Soft>{t(words.sizeUnknown(count(unknown)))}</Soft>
  return (
    <RateBar
      label={t(words.enough(count(asked), t(unitWords[unit])))}
      numerator={Math.round(enough.covered)}
      denominator={Math.round(enough.of)}
      note={t(words.method(count(known), count(unknown)))}
    />
  )
}
