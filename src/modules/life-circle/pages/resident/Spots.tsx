import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Facts, Item, Items, Lead, Page, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { StarsGiven } from '../../../../ui/parts/Stars.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SpotView } from '../../model/spot.ts'
import { kindWords } from '../../words/kinds.ts'
import { spotKindWords, spotStateWords } from '../../words/spots.ts'
import { spotWords as words } from '../words/circle.ts'
import { RateSpot, type SpotSeen } from './RateSpot.tsx'

/** `/spots`: small places that somebody cares for. */
export function Spots() {
  const { t } = useTongue()
  const read = useRead<{ rows: SpotView[] }>('/api/life-circle/spots?status=in-use&sort=name&limit=200', {
    topics: ['spots'],
  })
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.noOpinions)}</Lead> }}>
        {({ rows }) => (
          <Items label={t(words.title)}>
            {rows.map(({ code, name, kind, stars, ratings, onSpot, overdue }) => (
              <Item key={code} title={name} to={`/spots/${code}`}>
                <Soft>{t(spotKindWords[kind])}</Soft>
                <Soft>{stars === null ? t(words.noOpinions) : `${stars} ★ · ${t(words.count(ratings, onSpot))}`}</Soft>
                {overdue ? <Light colour="yellow" label={t(words.overdue)} /> : null}
              </Item>
            ))}
          </Items>
        )}
      </Loaded>
    </Page>
  )
}

/** `/spots/$code`: where the QR code on the spot leads. */
export function SpotPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRead<SpotSeen>(`/api/life-circle/spots/${params.code}`, { topics: ['spots'] })
  return (
    <Page title={read.data?.spot.name ?? t(words.one)} lead={read.data?.spot.about}>
      <Loaded read={read}>
        {(seen) => (
          <Stack>
            <About seen={seen} />
            <RateSpot seen={seen} />
            <Opinions seen={seen} />
            <Around seen={seen} />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function About({ seen: { spot } }: { seen: SpotSeen }) {
  const { t } = useTongue()
  const { kind, status, keeper, unitName, lastUpkeep, overdue, stars, ratings, onSpot, photos } = spot
  return (
    <Sheet>
      <Pictures photos={photos} />
      <Facts
        facts={[
          { label: t(spotKindWords[kind]), value: t(spotStateWords[status]) },
          { label: t(words.keeper), value: keeper },
          { label: t(words.unit), value: unitName },
          {
            label: t(words.lastUpkeep),
            value: lastUpkeep ? t(formatInstant(lastUpkeep as Instant)) : t(words.never),
          },
          {
            label: t(words.opinions),
            value: stars === null ? t(words.noOpinions) : `${stars} ★ · ${t(words.count(ratings, onSpot))}`,
          },
        ]}
      />
      {overdue ? <Light colour="yellow" label={t(words.overdue)} /> : null}
    </Sheet>
  )
}

function Pictures({ photos }: { photos: SpotView['photos'] }) {
  const { t } = useTongue()
  return photos.map(({ hash, thumbUrl }) => <img key={hash} src={thumbUrl} alt={t(words.photo)} loading="lazy" />)
}

function Opinions({ seen: { opinions } }: { seen: SpotSeen }) {
  const { t } = useTongue()
  if (opinions.length === 0) return null
  return (
    <Sheet title={t(words.opinions)}>
      <ul className="items" aria-label={t(words.opinions)}>
        {opinions.map(({ at, stars, note }) => (
          <li key={`${at} ${note}`} className="item">
            <StarsGiven value={stars as 1 | 2 | 3 | 4 | 5} />
            {note ? <span>{note}</span> : null}
            <Soft>{t(formatInstant(at as Instant))}</Soft>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Around({ seen: { wishes, upkeeps } }: { seen: SpotSeen }) {
  const { t } = useTongue()
  return (
    <Stack>
      {wishes.length > 0 ? (
        <Sheet title={t(words.wishes)}>
          <Facts
            facts={wishes.map(({ kind, people, minutes, enough }) => ({
              label: t(kindWords[kind]),
              value: [t(words.wishLine(people)), ...(enough === null ? [] : [t(words.mapSays(minutes, enough))])].join(
                t(words.and),
              ),
            }))}
          />
        </Sheet>
      ) : null}
      {upkeeps.length > 0 ? (
        <Sheet title={t(words.upkeeps)}>
          <Items label={t(words.upkeeps)}>
            {upkeeps.map(({ at, note, photos }) => (
              <Item key={`${at} ${note}`} title={note}>
                <Soft>{t(formatInstant(at as Instant))}</Soft>
                <Pictures photos={photos} />
              </Item>
            ))}
          </Items>
        </Sheet>
      ) : null}
    </Stack>
  )
}
