import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type ComponentState, type ComponentType, componentSorts, componentStates } from '../../model/components.ts'
import { COMPONENTS_RIGHT } from '../../policy.ts'
import { componentStateWords } from '../../words/components.ts'
import { PLACES, useHasRight } from './reads.ts'
import { TableImport } from './TableImport.tsx'
import { sortWords, placesWords as words } from './words/places.ts'

export type ComponentRow = {
  readonly code: string
  readonly typeName: string
  readonly name: string
  readonly state: ComponentState
  readonly place: string
  readonly communityName: string
  readonly bearer: { readonly kind: 'owner' | 'territory'; readonly name: string } | null
}

/** The register of components; each leads to its history. */
export function Components() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const types = useRead<{ rows: ComponentType[] }>('/api/places/component-types', { topics: [PLACES] })
  const keeps = useHasRight(COMPONENTS_RIGHT)
  const { q, type, state } = search
  const sort = componentSorts.find((one) => one === search.sort) ?? 'code'
  const asked = { q, type, state, sort }
  return (
    <Stack>
      <Row>
        <TextField
          label={t(words.search)}
          type="search"
          value={q ?? ''}
          onChange={(text) => setSearch({ q: text || undefined })}
        />
        <Select
          label={t(words.type)}
          value={type ?? 'all'}
          options={[
            { value: 'all', label: t(words.allTypes) },
            ...(types.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(value) => setSearch({ type: value === 'all' ? undefined : value })}
        />
        <Select
          label={t(words.state)}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: t(words.allStates) },
            ...componentStates.map((value) => ({ value, label: t(componentStateWords[value]) })),
          ]}
          onChange={(value) => setSearch({ state: value === 'all' ? undefined : value })}
        />
        <Select
          label={t(words.sort)}
          value={sort}
          options={componentSorts.map((value) => ({ value, label: t(sortWords[value]) }))}
          onChange={(value) => setSearch({ sort: value === 'code' ? undefined : value })}
        />
      </Row>
      <Row>
        {keeps ? (
          <Go look="primary" to="/places/components/new">
            {t(words.enterComponent)}
          </Go>
        ) : null}
        <Go look="plain" to={withQuery('/api/places/components/export', asked)}>
          {t(words.xlsx)}
        </Go>
      </Row>
      <Paged<ComponentRow>
        topics={[PLACES]}
        url="/api/places/components"
        query={asked}
        caption={t(words.components)}
        empty={t(words.noMatch)}
        rowId={({ code }) => code}
        columns={[
          { id: 'code', title: t(words.code), cell: ({ code }) => <Go to={`/places/components/${code}`}>{code}</Go> },
          { id: 'type', title: t(words.type), cell: ({ typeName }) => typeName },
          { id: 'name', title: t(words.name), cell: ({ name }) => name },
          { id: 'state', title: t(words.state), cell: ({ state: now }) => t(componentStateWords[now]) },
          {
            id: 'bearer',
            title: t(words.bearer),
            cell: ({ bearer }) => bearer && (bearer.kind === 'owner' ? bearer.name : t(words.territory(bearer.name))),
          },
          { id: 'community', title: t(words.within), cell: ({ communityName }) => communityName },
        ]}
      />
      {keeps ? <TableImport url="/api/places/components/import" hint={words.componentsImportHint} /> : null}
    </Stack>
  )
}
