import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { type Bbox, polygonsOf, surfaceBbox } from '../../../../platform/geo/shapes.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { useAppearance } from '../../../../ui/appearance.tsx'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Page, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox, RadioCards } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FromDoorView } from '../../model/circle.ts'
import { type Walker, walkers } from '../../model/profile.ts'
import { walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { circleWords as words } from '../words/circle.ts'
import { hoursWords, openStateWords } from '../words/hours.ts'
import { AskFor } from './AskFor.tsx'
import { FindPlace } from './FindPlace.tsx'
import { FromHere } from './FromHere.tsx'

/** `/circle`: from my door. The point stands in the address, so that it may be shared, and is kept nowhere else. */
export function Circle() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const { elder } = useAppearance()
  const walker: Walker = walkers.find((one) => one === search.walker) ?? (elder ? 'elder' : 'adult')
  const hasPoint = search.lng !== undefined && search.lat !== undefined
  const onlyNow = search.open === 'now'
  const address = withQuery('/api/life-circle/from-door', {
    ...{ lng: search.lng, lat: search.lat, walker },
    openAt: onlyNow ? 'now' : undefined,
  })
  const read = useRead<FromDoorView>(address, { when: hasPoint, keepLast: true, topics: ['wishes'] })
  const standAt = ([lng, lat]: readonly [number, number]) => setSearch({ lng: lng.toFixed(5), lat: lat.toFixed(5) })
  const who = (
    <Stack>
      <RadioCards
        label={t(words.who)}
        value={walker}
        options={walkers.map((value) => ({ value, title: t(walkerWords[value]) }))}
        onChange={(value) => setSearch({ walker: value })}
      />
      <CheckBox checked={onlyNow} onChange={(on) => setSearch({ open: on ? 'now' : '' })}>
        {t(hoursWords.onlyNow)}
      </CheckBox>
    </Stack>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Stack>
        <Sheet>
          <Stack>
            <FindPlace onFound={standAt} />
            {hasPoint ? null : who}
          </Stack>
        </Sheet>
        {hasPoint ? <Loaded read={read}>{(seen) => <FromHere seen={seen}>{who}</FromHere>}</Loaded> : null}
        <Soft>{t(hasPoint ? words.onMap : words.orMap)}</Soft>
        <TownMap
          label={t(words.map)}
          layers={useLayers(hasPoint ? read.data : undefined, search)}
          fit={hasPoint ? boxOf(read.data) : null}
          onPick={({ at, layer }) => layer === null && standAt(at)}
          onPosition={standAt}
        />
        {hasPoint && read.data ? <AskFor kinds={read.data.kinds} at={search} /> : null}
      </Stack>
    </Page>
  )
}

/** The box round the widest surface, so that the map shows the whole of the circle. */
const boxOf = (seen: FromDoorView | undefined): Bbox | null => {
  const widest = seen?.rings.at(-1)
  return widest ? surfaceBbox(polygonsOf(widest.surface)) : null
}

const ringTones = { 5: 'good', 10: 'kind-2', 15: 'off' } as const

function useLayers(seen: FromDoorView | undefined, at: Readonly<Record<string, string | undefined>>): MapLayer[] {
  const { t } = useTongue()
  if (!seen) return []
  const rings = seen.rings.toReversed().map(({ minutes, surface }) => ({
    id: String(minutes),
    name: t(words.ring(minutes)),
    tone: ringTones[minutes as 5 | 10 | 15] ?? 'plain',
    geometry: surface,
  }))
  const legend = seen.rings.map(({ minutes }) => ({
    tone: ringTones[minutes as 5 | 10 | 15] ?? ('plain' as const),
    label: t(words.ring(minutes)),
  }))
  return [
    { kind: 'areas', id: 'rings', label: t(words.rings), features: rings, legend, silent: true },
    {
      kind: 'points',
      id: 'nearest',
      label: t(words.nearest),
      named: true,
      features: seen.kinds.flatMap(({ kind, name, minutes, lng, lat, enough, open }) =>
        lng === null || lat === null
          ? []
          : [
              {
                id: kind,
                name: t(kindWords[kind]),
                note: [
                  t(words.hereLine(Math.max(1, Math.round(minutes ?? 0)), name)),
                  ...(open ? [t(openStateWords[open])] : []),
                ].join(' · '),
                tone: enough ? ('good' as const) : ('warn' as const),
                at: [lng, lat] as const,
              },
            ],
      ),
    },
    {
      kind: 'points',
      id: 'door',
      label: t(words.door),
      features: [{ id: 'door', name: t(words.door), tone: 'mark', at: [Number(at.lng), Number(at.lat)] }],
    },
  ]
}
