import { useState } from 'react'
import { Light } from '../../../ui/parts/Light.tsx'
import { Item, Items, Sheet, Soft } from '../../../ui/parts/layout.tsx'
import { Pager } from '../../../ui/parts/Pager.tsx'
import { ReadableTime } from '../../../ui/parts/ReadableTime.tsx'
import { Table } from '../../../ui/parts/Table.tsx'
import { Tabs } from '../../../ui/parts/Tabs.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

const rows = [
  { id: 'a', unit: words.unitStreet, received: 214, closed: 198, light: 'green' },
  { id: 'b', unit: words.unitLight, received: 36, closed: 30, light: 'yellow' },
  { id: 'c', unit: words.unitCity, received: 1_120, closed: 874, light: 'red' },
] as const

export function Lists() {
  const { t, count } = useTongue()
  const [tab, setTab] = useState<'mine' | 'unit' | 'over'>('mine')
  return (
    <Sheet title={t(words.list)}>
      <Tabs
        label={t(words.list)}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'mine', label: t(words.tabMine), count: 12 },
          { id: 'unit', label: t(words.tabUnit), count: 1_208 },
          { id: 'over', label: t(words.tabOver), count: 3, tone: 'bad' },
        ]}
      >
        <Items label={t(words.list)}>
          <Item title={t(words.caseTitle)} to="#case">
            <Soft>QS-20261120-0042 · {t(words.unitLight)}</Soft>
            <span>
              <Light colour="yellow" label={t(words.leftYellow)} />
            </span>
          </Item>
          <Item title={t(words.caseTitle)}>
            <Soft>
              <ReadableTime at="2026-11-20T01:12:00.000Z" text={t(words.time1)} />
            </Soft>
          </Item>
        </Items>
      </Tabs>
      <Table
        caption={t(words.unit)}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          { id: 'unit', title: t(words.unit), cell: ({ unit }) => t(unit) },
          { id: 'received', title: t(words.received), cell: ({ received }) => count(received), align: 'end' },
          { id: 'closed', title: t(words.closed), cell: ({ closed }) => count(closed), align: 'end' },
          { id: 'light', title: t(words.states), cell: ({ light }) => <Light colour={light} /> },
        ]}
      />
      <Pager onPrevious={() => undefined} onNext={() => undefined} note={t(words.page)} />
    </Sheet>
  )
}
