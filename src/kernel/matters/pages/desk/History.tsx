import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { formatInstant } from '../../../worktime/rules.ts'
import { CATALOGUE, MATTERS } from './Catalogue.tsx'
import { ChangeTable } from './Changes.tsx'
import type { ChangeRow, MatterAnswer } from './matter.ts'
import { catalogueWords, matterWords as words } from './words/catalogue.ts'

type Version = {
  readonly version: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly publishedAt: string
  readonly publishedBy: string
  readonly note: string
}

/** Every version that was published, and what differs between any two. */
export function History({ answer: { id, draft } }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly Version[] }>(`${CATALOGUE}/${id}/versions`, { topics: [MATTERS] })
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Stack>
          <Table<Version>
            caption={t(words.history)}
            hideCaption
            rows={rows}
            rowId={({ version }) => String(version)}
            columns={[
              { id: 'version', title: t(catalogueWords.version), cell: ({ version }) => version },
              { id: 'from', title: t(catalogueWords.from), cell: ({ effectiveFrom }) => effectiveFrom },
              { id: 'until', title: t(catalogueWords.until), cell: ({ effectiveTo }) => effectiveTo ?? '' },
              {
                id: 'at',
                title: t(words.publishedAt),
                cell: ({ publishedAt }) => t(formatInstant(publishedAt as Instant)),
              },
              { id: 'by', title: t(words.publishedBy), cell: ({ publishedBy }) => publishedBy },
              { id: 'note', title: t(words.note), cell: ({ note }) => note },
            ]}
          />
          {rows.length + (draft ? 1 : 0) > 1 ? <Compare id={id} rows={rows} hasDraft={draft !== null} /> : null}
        </Stack>
      )}
    </Loaded>
  )
}

function Compare({ id, rows, hasDraft }: { id: string; rows: readonly Version[]; hasDraft: boolean }) {
  const { t } = useTongue()
  const [newest, before = newest] = rows.map(({ version }) => String(version))
  const [from, setFrom] = useState((hasDraft ? newest : before) ?? '')
  const [to, setTo] = useState(hasDraft ? 'draft' : (newest ?? ''))
  const versions = rows.map(({ version }) => ({
    value: String(version),
    label: `${t(catalogueWords.version)} ${version}`,
  }))
  const url = withQuery(`${CATALOGUE}/${id}/changes`, { from, to: to === 'draft' ? undefined : to })
  const read = useRead<{ rows: readonly ChangeRow[] }>(url, { topics: [MATTERS] })
  return (
    <Sheet title={t(words.compare)}>
      <Stack>
        <Row>
          <Select label={t(words.before)} value={from} options={versions} onChange={setFrom} />
          <Select
            label={t(words.with)}
            value={to}
            options={hasDraft ? [{ value: 'draft', label: t(words.draft) }, ...versions] : versions}
            onChange={setTo}
          />
        </Row>
        <Loaded read={read}>{(found) => <ChangeTable rows={found.rows} />}</Loaded>
      </Stack>
    </Sheet>
  )
}
