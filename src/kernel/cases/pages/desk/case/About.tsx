import type { Instant } from '../../../../../platform/time.ts'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Light } from '../../../../../ui/parts/Light.tsx'
import { Facts, Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { type StarCount, StarsGiven } from '../../../../../ui/parts/Stars.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import type { Channel } from '../../../model/case.ts'
import type { CaseForStaff, CaseLink } from '../../../model/views.ts'
import { outcomeWords } from '../../../words/fields.ts'
import { channelWords } from '../../../words.ts'
import { colourOf } from '../now.ts'
import { caseWords as words } from '../words/case.ts'
import { listWords } from '../words/list.ts'
import { ClockDue } from './ClockDue.tsx'

/** Who has it, and what kind of case it is. */
export function Holder({ shown: { card, owner, enteredBy } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const filedAt = t(formatInstant(card.filedAt as Instant))
  return (
    <Sheet title={t(words.holder)}>
      <Facts
        facts={[
          { label: t(words.unit), value: card.unitName ?? t(listWords.nobody) },
          { label: t(words.person), value: card.holderName },
          { label: t(words.owner), value: owner && !card.settled ? t(owner.label) : null },
          { label: t(words.matter), value: t(card.matterName) },
          { label: t(words.category), value: card.category },
          { label: t(words.channel), value: t(channelWords[card.channel as Channel]) },
          { label: t(words.filedAt), value: filedAt },
          { label: t(words.enteredBy), value: enteredBy },
          { label: t(words.outcome), value: card.outcome && t(outcomeWords[card.outcome]) },
          { label: t(words.stars), value: card.stars && <StarsGiven value={card.stars as StarCount} /> },
        ]}
      />
    </Sheet>
  )
}

/** Every clock that ran or runs, each with how it was reckoned. */
export function Clocks({ shown: { clocks } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.clocks)}>
      {clocks.length === 0 ? <Soft>{t(words.noClocks)}</Soft> : null}
      <Stack>
        {clocks.map((view) => (
          <ClockDue key={view.clock} view={view} label={t(view.label)} />
        ))}
      </Stack>
    </Sheet>
  )
}

/** Lead, joint tasks, and the case this one repeats. */
export function Related({ shown: { parent, children, original } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  if (parent === null && original === null && children.length === 0) return null
  return (
    <Sheet title={t(words.links)}>
      <Stack gap="tight">
        {parent ? <LinkLine kind={t(words.parent)} link={parent} /> : null}
        {original ? <LinkLine kind={t(words.original)} link={original} /> : null}
        {children.map((child) => (
          <LinkLine key={child.id} kind={t(words.children)} link={child} />
        ))}
      </Stack>
    </Sheet>
  )
}

function LinkLine({ kind, link }: { kind: string; link: CaseLink }) {
  const { t } = useTongue()
  return (
    <Row>
      <Soft>{kind}</Soft>
      <Go to={`/cases/${link.id}`}>
        {link.number} {link.title ?? t(listWords.destroyed)}
      </Go>
      <Light colour={colourOf(link.light)} label={`${link.unitName ?? ''} ${t(link.stageLabel)}`} />
    </Row>
  )
}
