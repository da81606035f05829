import type { ReactNode } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { Facts, Item, Items, Lead, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FromDoorView } from '../../model/circle.ts'
import { aspects } from '../../model/kinds.ts'
import { sortedFromDoor } from '../../rules/door.ts'
import { hoursSaid } from '../../words/hours.ts'
import { aspectWords, kindWords } from '../../words/kinds.ts'
import { circleWords as words } from '../words/circle.ts'
import { hoursWords, openStateWords } from '../words/hours.ts'

type Kinds = FromDoorView['kinds']
type Kind = Kinds[number]

const wholeMinutes = (minutes: number): number => Math.max(1, Math.round(minutes))

/** What the door is near to and what it is not, for whoever reads and does not look at the map. */
export function FromHere({ seen, children }: { seen: FromDoorView; children: ReactNode }) {
  const { t } = useTongue()
  const { near, unsure, missing, far, asked } = sortedFromDoor(seen.kinds)
  // A place that is closed is near all the same: at an hour the sentence is another one.
  const atHour = Boolean(seen.reckoned.openAt)
  const nowhere = atHour ? hoursWords.noneOpen : words.nowhere
  return (
    <Stack>
      <Notice tone={missing.length === 0 ? 'good' : 'warn'} title={t(words.sum(asked))} spoken />
      {children}
      <Sheet title={t(words.missing)}>
        {missing.length > 0 ? (
          <Missing kinds={missing} wishes={seen.wishes} nowhere={nowhere} />
        ) : (
          <Lead>{t(asked.unsure > 0 ? words.missingNoneSure : words.missingNone)}</Lead>
        )}
      </Sheet>
      {unsure.length > 0 ? <Unsure kinds={unsure} /> : null}
      <Sheet title={t(atHour ? hoursWords.nearNow(near.length) : words.near(near.length))}>
        <Soft>{t(words.nearCounts)}</Soft>
        <Near kinds={near} />
      </Sheet>
      {far.length > 0 ? (
        <Sheet title={t(words.far)}>
          <Facts
            facts={far.map((one) => ({
              label: t(kindWords[one.kind]),
              value: (
                <Told one={one}>
                  {t(one.minutes === null ? nowhere : words.hereLine(wholeMinutes(one.minutes), one.name))}
                </Told>
              ),
            }))}
          />
        </Sheet>
      ) : null}
    </Stack>
  )
}

/** Near enough, and nobody knows whether it is open. */
function Unsure({ kinds }: { kinds: Kinds }) {
  const { t } = useTongue()
  return (
    <Sheet title={t(hoursWords.unsure(kinds.length))}>
      <Stack gap="tight">
        <Soft>{t(hoursWords.unsureLead)}</Soft>
        <Facts
          facts={kinds.flatMap(({ kind, perhaps }) =>
            perhaps
              ? [{ label: t(kindWords[kind]), value: t(words.hereLine(wholeMinutes(perhaps.minutes), perhaps.name)) }]
              : [],
          )}
        />
      </Stack>
    </Sheet>
  )
}

function Near({ kinds }: { kinds: Kinds }) {
  const { t } = useTongue()
  return aspects.flatMap((aspect) => {
    const found = kinds.filter((one) => one.aspect === aspect)
    if (found.length === 0) return []
    return [
      <div key={aspect}>
        <h3>{t(aspectWords[aspect])}</h3>
        <Facts
          facts={found.map((one) => ({
            label: t(kindWords[one.kind]),
            value: (
              <Told one={one}>
                {t(words.nearLine(wholeMinutes(one.minutes ?? 0), one.name, one.counts.at(-1) ?? 0))}
              </Told>
            ),
          }))}
        />
      </div>,
    ]
  })
}

/** A walk, with whether its end is open; the hours themselves where somebody wrote them. */
function Told({ one: { open, hours, minutes, perhaps }, children }: { one: Kind; children: ReactNode }) {
  const { t } = useTongue()
  const told = [...(open === null ? [] : [t(openStateWords[open])]), ...(hours === '' ? [] : [t(hoursSaid(hours))])]
  return (
    <span>
      {children} {told.length > 0 ? <Soft>· {told.join(' · ')}</Soft> : null}
      {perhaps ? (
        <>
          {' '}
          <Soft>· {t(hoursWords.perhapsNear(perhaps.name, wholeMinutes(perhaps.minutes), minutes !== null))}</Soft>
        </>
      ) : null}
    </span>
  )
}

/** A walk is told rounded up and its limit rounded down, so that the one that is too long reads longer. */
type MissingProps = { kinds: Kinds; wishes: FromDoorView['wishes']; nowhere: Said }

function Missing({ kinds, wishes, nowhere }: MissingProps) {
  const { t } = useTongue()
  return (
    <Items label={t(words.missing)}>
      {kinds.map((one) => {
        const { kind, minutes, limit, name } = one
        const people = wishes.find((wish) => wish.kind === kind)?.people ?? 0
        return (
          <Item key={kind} title={t(kindWords[kind])}>
            <Told one={one}>
              <Soft>
                {t(minutes === null ? nowhere : words.missingLine(Math.ceil(minutes), Math.floor(limit), name))}
              </Soft>
            </Told>
            {people > 0 ? <Soft>{t(words.askedAround(people))}</Soft> : null}
          </Item>
        )
      })}
    </Items>
  )
}
