import { useMemo } from 'react'
import { coordinateSystems } from '../../../../platform/geo/systems.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Layer, layers } from '../../model/layers.ts'
import type { FeatureLineView, VersionView } from '../../model/views.ts'
import { layerWords, versionWords } from '../../words/layers.ts'
import { TownMap } from '../TownMap.tsx'
import { Changes } from './Changes.tsx'
import { PLACES } from './reads.ts'
import { areaSortWords, placesWords as words } from './words/places.ts'

type LayerRow = { readonly layer: Layer; readonly inForce: VersionView | null }

/** One layer in one edition: what it is, where it is, and all that is in it. */
export function Layers() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const layer = layers.find((one) => one === search.layer) ?? 'unit-grid'
  const all = useRead<{ rows: LayerRow[] }>('/api/places/layers', { topics: [PLACES] })
  const versions = useRead<{ rows: VersionView[] }>(`/api/places/layers/${layer}/versions`, { topics: [PLACES] })
  return (
    <Stack>
      <Select
        label={t(words.layer)}
        value={layer}
        options={layers.map((value) => ({ value, label: t(layerWords[value]) }))}
        onChange={(value) => setSearch({ layer: value, version: undefined, q: undefined })}
      />
      <Loaded read={all}>
        {({ rows }) => {
          const now = rows.find((one) => one.layer === layer)?.inForce ?? null
          return (
            <Loaded read={versions}>
              {({ rows: editions }) => {
                const chosen = editions.find(({ version }) => String(version) === search.version) ?? now ?? editions[0]
                if (!chosen) return <EmptyState icon="map" title={t(words.none)} text={t(words.noneText)} />
                return <Edition editions={editions} chosen={chosen} inForce={now?.version ?? null} />
              }}
            </Loaded>
          )
        }}
      </Loaded>
    </Stack>
  )
}

const areaSorts = ['code', 'name', 'area'] as const
type EditionProps = { editions: readonly VersionView[]; chosen: VersionView; inForce: number | null }

function Edition({ editions, chosen, inForce }: EditionProps) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const sort = areaSorts.find((one) => one === search.sort) ?? 'code'
  const { layer, version, from, to, state, features, area } = chosen
  const called = (one: VersionView) =>
    [
      t(words.editionOf(one.version)),
      one.version === inForce ? t(words.inForce) : t(versionWords[one.state]),
      one.from ?? '',
    ]
      .filter(Boolean)
      .join(' · ')
  const file = (format: string) =>
    withQuery(`/api/places/layers/${layer}/versions/${version}/export`, { format, system: search.system })
  return (
    <Stack>
      <Sheet title={t(layerWords[layer])}>
        <Row>
          <Select
            label={t(words.edition)}
            value={String(version)}
            options={editions.map((one) => ({ value: String(one.version), label: called(one) }))}
            onChange={(value) => setSearch({ version: value })}
          />
          <Select
            label={t(words.system)}
            value={coordinateSystems.find((one) => one === search.system) ?? 'WGS84'}
            options={coordinateSystems.map((value) => ({ value, label: value }))}
            onChange={(system) => setSearch({ system })}
          />
        </Row>
        <Facts
          facts={[
            { label: t(words.areas), value: features },
            { label: t(words.ground), value: t(words.hectares(area / 10_000)) },
            {
              label: t(words.from),
              value: from === null ? t(versionWords[state]) : to === null ? from : `${from} ${t(words.to)} ${to}`,
            },
          ]}
        />
        <Row>
          <Go look="plain" to={file('geojson')}>
            {t(words.geojson)}
          </Go>
          <Go look="plain" to={file('shp')}>
            {t(words.shp)}
          </Go>
        </Row>
        <Changes layer={layer} version={version} />
      </Sheet>
      {features > MOST_AT_ONCE ? (
        <LayerTiles layer={layer} version={version} />
      ) : (
        <LayerMap layer={layer} version={version} />
      )}
      <Row>
        <TextField
          label={t(words.search)}
          type="search"
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q: q || undefined })}
        />
        <Select
          label={t(words.sort)}
          value={sort}
          options={areaSorts.map((value) => ({ value, label: t(areaSortWords[value]) }))}
          onChange={(value) => setSearch({ sort: value === 'code' ? undefined : value })}
        />
      </Row>
      <Areas layer={layer} version={version} query={{ q: search.q, sort }} />
    </Stack>
  )
}

type OnMap = {
  code: string
  name: string
  parent: string | null
  surface: { type: 'MultiPolygon'; coordinates: [number, number][][][] }
}
type Key = { layer: Layer; version: number }

/** More than so many areas come as tiles; the server hands out no more borders at once. */
const MOST_AT_ONCE = 5_000
const FINEST_ZOOM = 16

function LayerTiles({ layer, version }: Key) {
  const { t } = useTongue()
  const label = t(layerWords[layer])
  const drawn = useMemo(
    (): readonly MapLayer[] => [
      {
        kind: 'tiles',
        id: layer,
        label,
        url: `/api/places/layers/${layer}/versions/${version}/tiles/{z}/{x}/{y}`,
        maxZoom: FINEST_ZOOM,
        shows: [{ as: 'areas', of: 'areas', outline: true }],
      },
    ],
    [layer, version, label],
  )
  return (
    <Stack gap="tight">
      <TownMap label={t(words.mapOf(layerWords[layer]))} layers={drawn} />
      <Soft>{t(words.comeNearer)}</Soft>
    </Stack>
  )
}

function LayerMap({ layer, version }: Key) {
  const { t } = useTongue()
  const read = useRead<{ rows: OnMap[]; more: number }>(`/api/places/layers/${layer}/versions/${version}/map`)
  return (
    <Loaded read={read}>
      {({ rows, more }) => (
        <Stack gap="tight">
          <Drawn layer={layer} rows={rows} />
          {more > 0 ? <Soft>{t(words.tooMany(more))}</Soft> : null}
        </Stack>
      )}
    </Loaded>
  )
}

/** Few areas carry their names; a thousand grids would only hide the town. */
const NAMED_AT_MOST = 60

function Drawn({ layer, rows }: { layer: Layer; rows: readonly OnMap[] }) {
  const { t } = useTongue()
  const label = t(layerWords[layer])
  const drawn = useMemo((): readonly MapLayer[] => {
    const features = rows.map(({ code, name, surface }) => ({ id: code, name, note: code, geometry: surface }))
    return [{ kind: 'areas', id: layer, label, features, outline: true, named: features.length <= NAMED_AT_MOST }]
  }, [layer, rows, label])
  return <TownMap label={t(words.mapOf(layerWords[layer]))} layers={drawn} />
}

function Areas({ layer, version, query }: Key & { query: Readonly<Record<string, string | undefined>> }) {
  const { t } = useTongue()
  return (
    <Paged<FeatureLineView>
      topics={[PLACES]}
      url={`/api/places/layers/${layer}/versions/${version}/areas`}
      query={query}
      caption={t(layerWords[layer])}
      empty={t(words.noMatch)}
      rowId={({ code }) => code}
      columns={[
        { id: 'code', title: t(words.code), cell: ({ code }) => code },
        { id: 'name', title: t(words.name), cell: ({ name }) => name },
        { id: 'within', title: t(words.within), cell: ({ parentName }) => parentName },
        { id: 'use', title: t(words.landUse), cell: ({ landUse }) => landUse },
        { id: 'grade', title: t(words.grade), cell: ({ grade }) => grade },
        {
          id: 'bearer',
          title: t(words.bearer),
          cell: ({ bearer }) => (bearer.kind === 'owner' ? bearer.name : t(words.territory(bearer.name))),
        },
        { id: 'area', title: t(words.ground), align: 'end', cell: ({ area }) => t(words.square(area)) },
      ]}
    />
  )
}
