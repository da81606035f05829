import { useMemo, useState } from 'react'
import { useCategoryNames } from '../../../../kernel/matters/pages/category-names.ts'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { pointInSurface } from '../../../../platform/geo/inside.ts'
import type { LngLat, MultiPolygon } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { AreaLayer, Pick } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useSpot } from '../../../../ui/spot.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultAreas } from '../../model.ts'
import { resultWords as words } from '../words.ts'

type Area = ResultAreas['areas'][number]
type Props = {
  filter: { area: string; theme: string | undefined; until: string | undefined }
  onChoose(area: string): void
}

/** Where how much was solved. Picking a place narrows the list of the page; the map tells nothing that is not published. */
export function ResultMap({ filter, onChoose }: Props) {
  const { search } = usePlace()
  const { until, theme } = filter
  const asked = {
    until,
    theme,
    level: search.level,
    within: search.level === 'grid' ? streetOf(filter.area) : undefined,
  }
  const read = useRead<ResultAreas>(withQuery('/api/results/areas', asked), { keepLast: true })
  return <Loaded read={read}>{(known) => <Drawn known={known} filter={filter} onChoose={onChoose} />}</Loaded>
}

const streetOf = (area: string): string | undefined => area.split('/')[0] || undefined

function Drawn({ known, filter, onChoose }: Props & { known: ResultAreas }) {
  const { t } = useTongue()
  const [missed, setMissed] = useState<Said | null>(null)
  const layer = useLayer(known, useCategoryNames()(filter.theme === undefined ? [] : [filter.theme]))
  const choose = (found: Area | undefined) => {
    if (found === undefined) return setMissed(words.notHere)
    setMissed(found.solvedFrom === null ? words.notToldAt(found.place) : null)
    if (found.solvedFrom !== null) onChoose(found.area)
  }
  const layers = useMemo(() => [layer], [layer])
  if (known.level === null) return <EmptyState icon="map" title={t(words.noMap)} />
  const chosen = known.areas.find(({ area }) => area === filter.area)
  const pick = ({ layer: on, ...picked }: Pick) => {
    if (on !== null && 'id' in picked) choose(known.areas.find(({ area }) => area === picked.id))
  }
  const at = (point: LngLat) => known.areas.find(({ surface }) => pointInSurface(point, surfaceOf(surface)))
  return (
    <Sheet title={layer.label}>
      <Stack>
        <Tools known={known} onSpot={(point) => choose(at(point))} />
        <TownMap
          label={layer.label}
          layers={layers}
          chosen={chosen ? { layer: layer.id, id: chosen.area } : null}
          onPick={pick}
        />
        <div role="status">
          {missed ? <p>{t(missed)}</p> : chosen ? <Chosen area={chosen} /> : null}
          {known.cut ? <p>{t(words.cutMap)}</p> : null}
        </div>
        {filter.theme === undefined ? <Soft>{t(words.classes)}</Soft> : null}
        <Soft>{t(words.nearMeHow)}</Soft>
      </Stack>
    </Sheet>
  )
}

const surfaceOf = ({ coordinates }: Area['surface']) => coordinates as unknown as MultiPolygon

function Chosen({ area: { place, solvedFrom, solvedTo } }: { area: Area }) {
  const { t } = useTongue()
  return (
    <p>
      {t(words.solvedIn(place))}{' '}
      <strong>{t(solvedFrom === null ? words.notTold : words.classOf(solvedFrom, solvedTo))}</strong>{' '}
      <Soft>{t(words.picked)}</Soft>
    </p>
  )
}

function Tools({ known: { level, levels }, onSpot }: { known: ResultAreas; onSpot(at: LngLat): void }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const { find, busy, said } = useSpot()
  const look = async () => {
    const spot = await find()
    if (spot) onSpot([spot.lng, spot.lat])
  }
  return (
    <>
      <Row>
        <Button icon="pin" busy={busy} onPress={() => void look()}>
          {t(words.nearMe)}
        </Button>
        {levels.length > 1 ? (
          <Select
            label={t(words.bySize)}
            value={level ?? ''}
            options={levels.map((value) => ({ value, label: t(words[value]) }))}
            onChange={(value) => setSearch({ level: value })}
          />
        ) : null}
      </Row>
      <div role="status">{said ? <Soft>{t(said)}</Soft> : null}</div>
    </>
  )
}

/** More names than these would only hide the town. */
const NAMED_AT_MOST = 60

function useLayer({ areas, steps }: ResultAreas, theme: string): AreaLayer {
  const { t } = useTongue()
  return useMemo(() => {
    const figure = ({ solvedFrom, solvedTo }: Area) =>
      t(solvedFrom === null ? words.notTold : words.classOf(solvedFrom, solvedTo))
    return {
      kind: 'areas',
      id: 'results',
      label: t(theme === '' ? words.map : words.mapOf(theme)),
      ramp: 'cool',
      named: areas.length <= NAMED_AT_MOST,
      steps: steps.map((from, at) => {
        const next = steps[at + 1]
        return { from, label: t(words.classOf(from, next === undefined ? null : next - 1)) }
      }),
      features: areas.map((area) => ({
        id: area.area,
        name: area.name,
        note: `${area.place} · ${figure(area)}`,
        geometry: { type: 'MultiPolygon' as const, coordinates: surfaceOf(area.surface) },
        value: area.solvedFrom,
        ...(area.solvedFrom === null ? {} : { figure: figure(area) }),
      })),
    }
  }, [areas, steps, theme, t])
}
