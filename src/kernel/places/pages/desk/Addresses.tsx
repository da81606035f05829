import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Address, addressLevels, addressSorts } from '../../model/addresses.ts'
import { ADDRESSES_RIGHT } from '../../policy.ts'
import { plainAddress } from '../../rules/address-text.ts'
import { addressLevelWords, addressStateWords } from '../../words/addresses.ts'
import { PLACES, useHasRight } from './reads.ts'
import { TableImport } from './TableImport.tsx'
import { addressSortWords, addressWords as words } from './words/addresses.ts'

/** The register of addresses: as a list, as a file, and a place to try how one may write them. */
export function Addresses() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const keeps = useHasRight(ADDRESSES_RIGHT)
  const { q, level } = search
  const sort = addressSorts.find((one) => one === search.sort) ?? 'name'
  const asked = { q, level, sort }
  return (
    <Stack>
      <Row>
        <TextField
          label={t(words.find)}
          type="search"
          value={q ?? ''}
          onChange={(text) => setSearch({ q: text || undefined })}
        />
        <Select
          label={t(words.level)}
          value={level ?? 'all'}
          options={[
            { value: 'all', label: t(words.allLevels) },
            ...addressLevels.map((value) => ({ value, label: t(addressLevelWords[value]) })),
          ]}
          onChange={(value) => setSearch({ level: value === 'all' ? undefined : value })}
        />
        <Select
          label={t(words.sort)}
          value={sort}
          options={addressSorts.map((value) => ({ value, label: t(addressSortWords[value]) }))}
          onChange={(value) => setSearch({ sort: value === 'name' ? undefined : value })}
        />
      </Row>
      <Row>
        {keeps ? (
          <Go look="primary" to="/places/addresses/new">
            {t(words.enter)}
          </Go>
        ) : null}
        <Go look="plain" to={withQuery('/api/places/addresses/export', asked)}>
          {t(words.export)}
        </Go>
      </Row>
      <AddressTable query={asked} caption={t(words.top)} empty={t(words.none)} />
      <TryOut />
      {keeps ? <TableImport url="/api/places/addresses/import" hint={words.importHint} /> : null}
    </Stack>
  )
}

/** An address as lists carry it. */
export type AddressRow = Address & { readonly communityName: string }
type TableProps = { query: Readonly<Record<string, string | undefined>>; caption: string; empty: string }

export function AddressTable({ query, caption, empty }: TableProps) {
  const { t } = useTongue()
  return (
    <Paged<AddressRow>
      topics={[PLACES]}
      url="/api/places/addresses"
      query={query}
      caption={caption}
      empty={empty}
      rowId={({ id }) => id}
      columns={[
        { id: 'path', title: t(words.path), cell: ({ id, path }) => <Go to={`/places/addresses/${id}`}>{path}</Go> },
        { id: 'level', title: t(words.level), cell: ({ level }) => t(addressLevelWords[level]) },
        { id: 'aliases', title: t(words.aliases), cell: ({ aliases }) => aliases.join('、') },
        { id: 'community', title: t(words.community), cell: ({ communityName }) => communityName },
        { id: 'state', title: t(words.state), cell: ({ active }) => t(addressStateWords[`${active}`]) },
      ]}
    />
  )
}

type Hit = { readonly id: string; readonly kind: string; readonly path: string }

/** What an address comes to in plain letters, and which places it is taken for. */
function TryOut() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const typed = search.try ?? ''
  const plain = plainAddress(typed)
  const read = useRead<{ rows: Hit[] }>(withQuery('/api/places/search', { q: typed, limit: 5 }), {
    topics: [PLACES],
    when: plain !== '',
    keepLast: true,
  })
  const rows = read.data?.rows ?? []
  return (
    <Sheet title={t(words.tryTitle)}>
      <TextField
        label={t(words.find)}
        hint={t(words.tryHint)}
        value={typed}
        max={100}
        onChange={(text) => setSearch({ try: text || undefined })}
      />
      {plain === '' ? null : (
        <div role="status">
          <Facts
            facts={[
              { label: t(words.plain), value: plain },
              {
                label: t(words.matches),
                value: rows.length === 0 ? <Soft>{t(words.noMatch)}</Soft> : rows.map(({ path }) => path).join('；'),
              },
            ]}
          />
        </div>
      )}
    </Sheet>
  )
}
