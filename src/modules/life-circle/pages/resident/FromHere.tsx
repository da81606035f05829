import type { ReactNode } from 'react'
import { Facts, Item, Items, Lead, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FromDoorView } from '../../model/circle.ts'
import { aspects } from '../../model/kinds.ts'
import { aspectWords, kindWords } from '../../words/kinds.ts'
import { circleWords as words } from '../words/circle.ts'

type Kinds = FromDoorView['kinds']
type Kind = Kinds[number]

const CIRCLE = 15
const isNear = ({ minutes }: Kind): boolean => minutes !== null && minutes <= CIRCLE
const wholeMinutes = (minutes: number): number => Math.max(1, Math.round(minutes))

/** What the door is near to and what it is not, for whoever reads and does not look at the map. */
export function FromHere({ seen, children }: { seen: FromDoorView; children: ReactNode }) {
  const { t } = useTongue()
  const musts = seen.kinds.filter(({ level }) => level === 'must')
  const missing = musts.filter(({ enough }) => !enough)
  const near = seen.kinds.filter(isNear)
  const far = seen.kinds.filter((one) => !isNear(one) && !missing.includes(one))
  return (
    <Stack>
      <Notice
        tone={missing.length === 0 ? 'good' : 'warn'}
        title={t(words.sum(musts.length - missing.length, musts.length))}
        spoken
      />
      {children}
      <Sheet title={t(words.missing)}>
        {missing.length === 0 ? <Lead>{t(words.missingNone)}</Lead> : <Missing kinds={missing} wishes={seen.wishes} />}
      </Sheet>
      <Sheet title={t(words.near(near.length))}>
        <Near kinds={near} />
      </Sheet>
      {far.length > 0 ? (
        <Sheet title={t(words.far)}>
          <Facts
            facts={far.map(({ kind, minutes, name }) => ({
              label: t(kindWords[kind]),
              value: t(minutes === null ? words.nowhere : words.hereLine(wholeMinutes(minutes), name)),
            }))}
          />
        </Sheet>
      ) : null}
    </Stack>
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
          facts={found.map(({ kind, minutes, name, counts }) => ({
            label: t(kindWords[kind]),
            value: t(words.nearLine(wholeMinutes(minutes ?? 0), name, counts.at(-1) ?? 0)),
          }))}
        />
      </div>,
    ]
  })
}

/** A walk is told rounded up and its limit rounded down, so that the one that is too long reads longer. */
function Missing({ kinds, wishes }: { kinds: Kinds; wishes: FromDoorView['wishes'] }) {
  const { t } = useTongue()
  return (
    <Items label={t(words.missing)}>
      {kinds.map(({ kind, minutes, limit, name }) => {
        const people = wishes.find((wish) => wish.kind === kind)?.people ?? 0
        return (
          <Item key={kind} title={t(kindWords[kind])}>
            <Soft>{t(words.missingLine(minutes === null ? null : Math.ceil(minutes), Math.floor(limit), name))}</Soft>
            {people > 0 ? <Soft>{t(words.askedAround(people))}</Soft> : null}
          </Item>
        )
      })}
    </Items>
  )
}
