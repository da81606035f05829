import type { Instant } from '../../../../platform/time.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { formatInstant } from '../../../worktime/rules.ts'
import type { RegisterLine } from '../../model/views.ts'
import { documentKinds, standings } from '../../model.ts'
import { kindWords, standingWords } from '../../words.ts'
import { registerWords as words } from '../words/register.ts'

const filters = ['number', 'kind', 'standing', 'from', 'until'] as const

/** `/documents`: every document that was issued, as far as one's posts reach; to be filtered, opened, exported. */
export function Register() {
  const { t } = useTongue()
  const { search } = usePlace()
  const query = Object.fromEntries(filters.map((name) => [name, search[name]]))
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      wide
      acts={
        <SaveFile url={withQuery('/api/documents/export.xlsx', query)} name="documents.xlsx">
          {t(words.export)}
        </SaveFile>
      }
    >
      <Stack>
        <Filters />
        <Paged<RegisterLine>
          url="/api/documents"
          query={query}
          topics={['documents']}
          caption={t(words.title)}
          empty={t(words.none)}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'number',
              title: t(words.number),
              cell: ({ number, caseId, id }) => <Go to={`/cases/${caseId}/documents/${id}`}>{number}</Go>,
            },
            { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(kindWords[kind]) },
            { id: 'unit', title: t(words.unit), cell: ({ unitName }) => unitName },
            { id: 'at', title: t(words.issuedAt), cell: ({ issuedAt }) => t(formatInstant(issuedAt as Instant)) },
            {
              id: 'case',
              title: t(words.case),
              cell: ({ caseId, caseNumber }) => <Go to={`/cases/${caseId}`}>{caseNumber}</Go>,
            },
            { id: 'standing', title: t(words.standing), cell: ({ standing }) => t(standingWords[standing]) },
            { id: 'ended', title: t(words.endedBy), cell: ({ endedBy }) => endedBy ?? '' },
            { id: 'check', title: t(words.check), cell: ({ check }) => <code>{check}</code> },
          ]}
        />
      </Stack>
    </Page>
  )
}

function Filters() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const any = { value: 'any', label: t(words.any) }
  const set = (name: (typeof filters)[number]) => (value: string) =>
    setSearch({ [name]: value === 'any' || value === '' ? undefined : value })
  return (
    <div className="filters">
      <TextField label={t(words.search)} type="search" max={60} value={search.number ?? ''} onChange={set('number')} />
      <Select
        label={t(words.kind)}
        value={search.kind ?? 'any'}
        options={[any, ...documentKinds.map((value) => ({ value, label: t(kindWords[value]) }))]}
        onChange={set('kind')}
      />
      <Select
        label={t(words.standing)}
        value={search.standing ?? 'any'}
        options={[any, ...standings.map((value) => ({ value, label: t(standingWords[value]) }))]}
        onChange={set('standing')}
      />
      <TextField label={t(words.from)} type="date" value={search.from ?? ''} onChange={set('from')} />
      <TextField label={t(words.until)} type="date" value={search.until ?? ''} onChange={set('until')} />
      {filters.some((name) => search[name] !== undefined) ? (
        <Button icon="cross" onPress={() => setSearch(Object.fromEntries(filters.map((name) => [name, undefined])))}>
          {t(words.clear)}
        </Button>
      ) : null}
    </div>
  )
}
