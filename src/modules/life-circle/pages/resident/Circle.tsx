import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { type Bbox, polygonsOf, surfaceBbox } from '../../../../platform/geo/shapes.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Item, Items, Lead, Page, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { RadioCards } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FromDoorView } from '../../model/circle.ts'
import { type Walker, walkers } from '../../model/profile.ts'
import { walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { circleWords as words } from '../words/circle.ts'
import { AskFor } from './AskFor.tsx'
import { FindPlace } from './FindPlace.tsx'

type Kinds = FromDoorView['kinds']

/** `/circle`: from my door. The point stands in the address, so that it may be shared, and is kept nowhere else. */
export function Circle() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const walker: Walker = walkers.find((one) => one === search.walker) ?? 'adult'
  const hasPoint = search.lng !== undefined && search.lat !== undefined
  const address = withQuery('/api/life-circle/from-door', { lng: search.lng, lat: search.lat, walker })
  const read = useRead<FromDoorView>(address, { when: hasPoint, keepLast: true, topics: ['wishes'] })
  const standAt = ([lng, lat]: readonly [number, number]) => setSearch({ lng: lng.toFixed(5), lat: lat.toFixed(5) })
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Stack>
        <Sheet>
          <Stack>
            <FindPlace onFound={standAt} />
            <RadioCards
              label={t(words.who)}
              value={walker}
              options={walkers.map((value) => ({ value, title: t(walkerWords[value]) }))}
              onChange={(value) => setSearch({ walker: value })}
            />
          </Stack>
        </Sheet>
        <Soft>{t(words.orMap)}</Soft>
        <TownMap
          label={t(words.map)}
          layers={useLayers(hasPoint ? read.data : undefined, search)}
          fit={hasPoint ? boxOf(read.data) : null}
          onPick={({ at, layer }) => layer === null && standAt(at)}
          onPosition={standAt}
        />
        {hasPoint ? <Loaded read={read}>{(seen) => <FromHere seen={seen} at={search} />}</Loaded> : null}
      </Stack>
    </Page>
  )
}

function FromHere({ seen, at }: { seen: FromDoorView; at: Readonly<Record<string, string | undefined>> }) {
  const { t } = useTongue()
  const musts = seen.kinds.filter(({ level }) => level === 'must')
  const missing = musts.filter(({ enough }) => !enough)
  return (
    <Stack>
      <Notice
        tone={missing.length === 0 ? 'good' : 'warn'}
        title={t(words.sum(musts.length - missing.length, musts.length))}
      />
      <Sheet title={t(words.missing)}>
        {missing.length === 0 ? <Lead>{t(words.missingNone)}</Lead> : <Missing kinds={missing} wishes={seen.wishes} />}
      </Sheet>
      <Sheet title={t(words.here)}>
        <Items label={t(words.here)}>
          {seen.kinds
            .filter(({ enough }) => enough)
            .map(({ kind, minutes, name }) => (
              <Item key={kind} title={t(kindWords[kind])}>
                <Soft>{t(words.hereLine(minutes ?? 0, name))}</Soft>
              </Item>
            ))}
        </Items>
      </Sheet>
      <AskFor kinds={seen.kinds} at={at} />
    </Stack>
  )
}

function Missing({ kinds, wishes }: { kinds: Kinds; wishes: FromDoorView['wishes'] }) {
  const { t } = useTongue()
  return (
    <Items label={t(words.missing)}>
      {kinds.map(({ kind, minutes, limit }) => {
        const people = wishes.find((wish) => wish.kind === kind)?.people ?? 0
        return (
          <Item key={kind} title={t(kindWords[kind])}>
            <Soft>{t(words.missingLine(minutes, limit))}</Soft>
            {people > 0 ? <Soft>{t(words.askedAround(people))}</Soft> : null}
          </Item>
        )
      })}
    </Items>
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
      features: seen.kinds.flatMap(({ kind, name, minutes, lng, lat, enough }) =>
        lng === null || lat === null
          ? []
          : [
              {
                id: kind,
                name: t(kindWords[kind]),
                note: t(words.hereLine(minutes ?? 0, name)),
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
