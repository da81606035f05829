import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { grants } from '../../../organisations/policy.ts'
import { useMe } from '../../../people/pages/me.ts'
import { formatInstant } from '../../../worktime/rules.ts'
import { type MatterKind, type MatterStatus, matterKinds } from '../../model.ts'
import { EDIT_RIGHT } from '../../policy.ts'
import { kindWords, statusWords } from '../../words.ts'
import './catalogue.css'
import { CategoryTree } from './CategoryTree.tsx'
import { FreshMatter } from './FreshMatter.tsx'
import { ImportCatalogue } from './ImportCatalogue.tsx'
import { catalogueWords as words } from './words/catalogue.ts'

export const CATALOGUE = '/api/matters/catalogue'
export const MATTERS = 'matters'

type Line = {
  readonly id: string
  readonly status: MatterStatus
  readonly version: number
  readonly name: Said
  readonly category: string
  readonly kind: MatterKind
  readonly effectiveFrom: string
  readonly lastDay: string | null
  readonly hasDraft: boolean
  readonly changedAt: string
}

const filters = ['q', 'category', 'kind', 'status', 'hasDraft'] as const
const sorts = ['category', 'name', 'changed'] as const

/** `/admin/matters`: the catalogue in versions: its tree, every matter, drafts, files in and out. */
export function Catalogue() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const sort = sorts.find((one) => one === search.sort) ?? 'category'
  const query = {
    ...Object.fromEntries(filters.map((name) => [name, search[name]])),
    sort,
    order: sort === 'changed' ? 'desc' : 'asc',
  }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={<Acts />}>
      <div className="catalogue">
        <CategoryTree chosen={search.category} onChoose={(category) => setSearch({ category })} />
        <Stack>
          <Filters />
          <Paged<Line>
            url={CATALOGUE}
            query={query}
            topics={[MATTERS]}
            caption={t(words.title)}
            empty={t(words.none)}
            rowId={({ id }) => id}
            sorting={{ by: sort, onSort: (by) => setSearch({ sort: by }) }}
            columns={[
              {
                id: 'name',
                title: t(words.name),
                sort: 'name',
                cell: ({ id, name }) => <Go to={`/admin/matters/${id}`}>{t(name)}</Go>,
              },
              { id: 'category', title: t(words.category), sort: 'category', cell: ({ category }) => category },
              { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(kindWords[kind]) },
              {
                id: 'status',
                title: t(words.status),
                cell: ({ status, hasDraft }) =>
                  `${t(statusWords[status])}${hasDraft && status !== 'draft' ? ` · ${t(words.hasDraft)}` : ''}`,
              },
              { id: 'version', title: t(words.version), align: 'end', cell: ({ version }) => version },
              { id: 'from', title: t(words.from), cell: ({ effectiveFrom }) => effectiveFrom },
              { id: 'until', title: t(words.until), cell: ({ lastDay }) => lastDay ?? '' },
              {
                id: 'changed',
                title: t(words.changed),
                sort: 'changed',
                cell: ({ changedAt }) => t(formatInstant(changedAt as Instant)),
              },
            ]}
          />
        </Stack>
      </div>
    </Page>
  )
}

const formats = ['xlsx', 'yaml', 'json'] as const
const formatNames = { xlsx: 'Excel', yaml: 'YAML', json: 'JSON' } as const

function Acts() {
  const { t } = useTongue()
  const me = useMe().data
  const [open, setOpen] = useState<'fresh' | 'import' | null>(null)
  // Everybody at the desk may read the catalogue; who edits it brings files in and out.
  if (me?.kind !== 'staff' || !grants(me.rights, EDIT_RIGHT)) return null
  return (
    <Row>
      <Button kind="primary" icon="plus" onPress={() => setOpen('fresh')}>
        {t(words.fresh)}
      </Button>
      <Button onPress={() => setOpen('import')}>{t(words.import)}</Button>
      {formats.map((format) => (
        <SaveFile key={format} url={withQuery('/api/matters/export', { format })} name={`matters.${format}`}>
          {`${t(words.export)} ${formatNames[format]}`}
        </SaveFile>
      ))}
      <FreshMatter open={open === 'fresh'} onClose={() => setOpen(null)} />
      <ImportCatalogue open={open === 'import'} onClose={() => setOpen(null)} />
    </Row>
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
      <TextField label={t(words.search)} type="search" max={100} value={search.q ?? ''} onChange={set('q')} />
      <Select
        label={t(words.kind)}
        value={search.kind ?? 'any'}
        options={[any, ...matterKinds.map((value) => ({ value, label: t(kindWords[value]) }))]}
        onChange={set('kind')}
      />
      <Select
        label={t(words.status)}
        value={search.status ?? 'any'}
        options={[
          any,
          ...(['draft', 'published', 'retired'] as const).map((value) => ({ value, label: t(statusWords[value]) })),
        ]}
        onChange={set('status')}
      />
      <CheckBox
        checked={search.hasDraft === 'true'}
        onChange={(on) => setSearch({ hasDraft: on ? 'true' : undefined })}
      >
        {t(words.draftOnly)}
      </CheckBox>
      {filters.some((name) => search[name] !== undefined) ? (
        <Button icon="cross" onPress={() => setSearch(Object.fromEntries(filters.map((name) => [name, undefined])))}>
          {t(words.clear)}
        </Button>
      ) : null}
    </div>
  )
}

/** Every path of the tree that is in use, for choosing one. */
export function usePaths(): readonly string[] {
  const tree = useRead<{ rows: readonly { readonly path: string; readonly retired: boolean }[] }>('/api/matters/tree', {
    topics: [MATTERS],
  })
  return (tree.data?.rows ?? []).flatMap(({ path, retired }) => (retired ? [] : [path]))
}
