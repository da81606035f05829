import { useMemo } from 'react'
import type { MapOverview } from '../../../../kernel/cases/model/map.ts'
import { cellLayer, pointLayer } from '../../../../kernel/cases/pages/desk/map/layers.ts'
import { type AreaLevel, areaLevels } from '../../../../kernel/places/model.ts'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import type { Bbox } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { Pick, PointLayer, Tone } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { BoardLight, ReplaySpots } from '../../model.ts'
import { type LateMarks, readMarks, usualMarks, writeMarks } from '../../rules/share-late.ts'
import { momentQuery, useMoment } from '../moment.ts'
import { deskAddress, SCREEN, useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { areaLightWords, lightWords, screenPageWords as words } from '../words.ts'
import { LIT, useLitAreas } from './useLitAreas.ts'

const OPEN = { open: 'true' } as const

/** The territory with every open case where it is, in its light; below them how thick they lie. */
export function TownBoard() {
  const overview = useRead<MapOverview>('/api/cases/map', { topics: [SCREEN] })
  return <Loaded read={overview}>{(known) => <Territory overview={known} />}</Loaded>
}

function Territory({ overview: { bounds, whole } }: { overview: MapOverview }) {
  const { t } = useTongue()
  const then = useThen()
  // A new board means news: the tiles are asked for again under another address.
  const version = useBoard().data?.asOf
  const layers = useMemo(() => {
    if (then) return [then]
    const asked = { ...OPEN, version }
    return [...(whole ? [{ ...cellLayer(asked, 'all', t), silent: true }] : []), pointLayer(asked, 'all', t)]
  }, [whole, version, then, t])
  const level = useLevel()
  const { marks, choices, choose } = useMarks()
  const lit = useLitAreas(level, version, marks)
  const drawn = useMemo(() => (lit ? [lit.layer] : layers), [lit, layers])
  const { go } = usePlace()
  const { lightAddress } = useAddresses()
  if (bounds === null && lit === null) return <EmptyState icon="map" title={t(words.noPlaces)} />
  const pick = ({ layer, ...picked }: Pick) => {
    if (!('id' in picked)) return
    if (layer === 'cases' && picked.id.startsWith('case_')) location.assign(deskAddress(picked.id))
    const light = layer === LIT ? lit?.worst(picked.id) : null
    if (light) go(lightAddress(light, 'area', picked.id))
  }
  return (
    <div className="town-board">
      <div className="town-choices">
        <LevelSwitch level={level} />
        {level === null ? null : (
          <Select
            label={t(areaLightWords.marks)}
            unseenLabel
            value={writeMarks(marks)}
            options={choices.map((one) => ({
              value: writeMarks(one),
              label: t(areaLightWords.marksOf(one.some, one.many)),
            }))}
            onChange={choose}
          />
        )}
      </div>
      <TownMap
        label={t(words.territory)}
        layers={drawn}
        size="fill"
        fit={bounds as unknown as Bbox | null}
        onPick={pick}
      />
    </div>
  )
}

const levelWords = {
  street: areaLightWords.byStreet,
  community: areaLightWords.byCommunity,
  grid: areaLightWords.byGrid,
} as const satisfies Record<AreaLevel, Said>

/** `?lit=grid`: by what the lights are told; `none` shows the points alone. It stands in the address, so a wall keeps it. */
function useLevel(): AreaLevel | null {
  const { search } = usePlace()
  return search.lit === 'none' ? null : (areaLevels.find((level) => level === search.lit) ?? 'street')
}

/** Marks that one may choose from; others may be written into the address (`?late=8-30`), where a wall keeps them. */
const markChoices: readonly LateMarks[] = [{ some: 5, many: 15 }, usualMarks, { some: 20, many: 40 }]

function useMarks() {
  const { search, setSearch } = usePlace()
  const marks = readMarks(search.late) ?? usualMarks
  const isOffered = markChoices.some((one) => writeMarks(one) === writeMarks(marks))
  return {
    marks,
    choices: isOffered ? markChoices : [...markChoices, marks],
    choose: (late: string) => setSearch({ late: late === writeMarks(usualMarks) ? undefined : late }),
  }
}

function LevelSwitch({ level }: { level: AreaLevel | null }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  return (
    <nav className="town-levels" aria-label={t(areaLightWords.by)}>
      {areaLevels.map((one) => (
        <Button key={one} kind="quiet" pressed={one === level} onPress={() => setSearch({ lit: one })}>
          {t(levelWords[one])}
        </Button>
      ))}
      <Button kind="quiet" pressed={level === null} onPress={() => setSearch({ lit: 'none' })}>
        {t(areaLightWords.points)}
      </Button>
    </nav>
  )
}

const tones = { green: 'good', yellow: 'warn', red: 'bad', held: 'off', none: 'off' } as const satisfies Record<
  BoardLight,
  Tone
>

/** What was open at the moment gone back to, where it was and in the light it showed; null for now. */
function useThen(): PointLayer | null {
  const { t } = useTongue()
  const moment = useMoment()
  const address = withQuery('/api/city-screen/replay/spots', momentQuery(moment))
  const rows = useRead<ReplaySpots>(address, { when: moment !== null, keepLast: true }).data?.rows
  const isThen = moment !== null
  return useMemo(
    () =>
      isThen
        ? {
            kind: 'points',
            id: 'cases',
            label: t(words.territoryThen),
            features: (rows ?? []).map(({ id, name, lng, lat, light }) => ({
              id,
              name,
              note: t(lightWords[light]),
              tone: tones[light],
              at: [lng, lat] as const,
            })),
            legend: (['red', 'yellow', 'green', 'held'] as const).map((light) => ({
              tone: tones[light],
              label: t(lightWords[light]),
            })),
          }
        : null,
    [isThen, rows, t],
  )
}
