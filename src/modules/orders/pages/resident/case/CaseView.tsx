import { useIsMutating } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatDay, formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../../../platform/time.ts'
import { useLive } from '../../../../../ui/api/live.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet, Soft, Told } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { type StarCount, StarsGiven } from '../../../../../ui/parts/Stars.tsx'
import { Timeline } from '../../../../../ui/parts/Timeline.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../../model/views.ts'
import { type DeclineWords, declineWords } from '../../../words/declining.ts'
import { followingWords, caseWords as words } from '../words/following.ts'
import { joiningWords } from '../words/joining.ts'
import { Acts } from './Acts.tsx'
import './case.css'
import { Documents } from './Documents.tsx'
import { Pictures } from './Pictures.tsx'
import { Standing } from './Standing.tsx'

/** How somebody who is not signed in says that he may. */
export type Visitor = { readonly number: string; readonly code: string }

type Props = { card: CaseForResident; visitor?: Visitor }

/** A case as its applicant sees it: where it stands, what he can do, what was answered, what has happened. */
export function CaseView({ card, visitor }: Props) {
  const { t } = useTongue()
  const live = useLive([`case/${card.id}`])
  const own = useNewsToast(card.version)
  return (
    <Page
      title={card.state === 'destroyed' ? t(words.title) : card.title}
      lead={`${t(words.number)} ${card.number} · ${t(card.matterName)}`}
    >
      {card.state === 'destroyed' ? <Notice>{t(words.gone)}</Notice> : null}
      <Standing card={card} />
      <Original card={card} />
      {card.answer ? <Answer card={card} answer={card.answer} /> : <WhyEnded card={card} />}
      <Documents card={card} visitor={visitor} />
      <Acts card={card} visitor={visitor} onDone={own} />
      <Sheet title={t(words.timeline)}>
        <Timeline
          label={t(words.timeline)}
          entries={card.timeline.toReversed().map((entry) => entryOf(card, entry, t))}
        />
        {card.ended ? null : (
          <div className="case-no-print" role="status">
            <Soft>{t(live.state === 'stale' ? words.oldNews : words.live)}</Soft>
          </div>
        )}
      </Sheet>
      {card.state === 'open' ? <WhatWasTold card={card} /> : null}
      <div className="case-no-print">
        <Row>
          <Button onPress={() => window.print()}>{t(words.print)}</Button>
          {visitor ? (
            <Go to="/follow" look="quiet" icon="search">
              {t(followingWords.lookAgain)}
            </Go>
          ) : null}
        </Row>
      </div>
    </Page>
  )
}

type Speak = ReturnType<typeof useTongue>['t']

const entryOf = (card: CaseForResident, entry: CaseForResident['timeline'][number], t: Speak) => ({
  id: String(entry.seq),
  at: entry.at as Instant,
  time: t(formatInstant(entry.at as Instant)),
  title: t(entry.sentence),
  text: entry.text,
  // Those that came with the message stand with the message.
  more:
    entry.at !== card.filedAt && entry.photos.length > 0 ? (
      <Pictures label={t(entry.sentence)} photos={entry.photos} />
    ) : undefined,
})

/** A date as it is said here; what was typed otherwise stays as it was typed. */
const happenedOn = (written: string | null, t: Speak): string | null =>
  written !== null && /^\d{4}-\d\d-\d\d$/.test(written) ? t(formatDay(written as Day)) : written

type AnswerProps = { card: CaseForResident; answer: NonNullable<CaseForResident['answer']> }

function Answer({ card, answer }: AnswerProps) {
  const { t } = useTongue()
  const at = answer.at as Instant
  return (
    <Sheet title={t(words.answer)} acts={<Soft>{t(formatInstant(at))}</Soft>}>
      <Told>{answer.text}</Told>
      <Pictures label={t(words.answer)} photos={answer.photos} />
      <Facts
        facts={[
          { label: t(words.outcome), value: card.outcome ? t(card.outcome.label) : null },
          { label: t(words.unit), value: card.unitName },
          {
            label: t(words.rated),
            value: card.stars === null ? null : <StarsGiven value={card.stars as StarCount} />,
          },
        ]}
      />
    </Sheet>
  )
}

/** A case that joined another is told how that one goes, and its answer. */
function Original({ card: { original } }: { card: CaseForResident }) {
  const { t } = useTongue()
  if (original === null) return null
  return (
    <Sheet title={t(joiningWords.original)} acts={<Soft>{t(original.stageLabel)}</Soft>}>
      {original.answer ? <Told>{original.answer.text}</Told> : <Soft>{t(original.stageSentence)}</Soft>}
    </Sheet>
  )
}

/** A case that ended without an answer says why in its last words, and where one can turn. */
function WhyEnded({ card }: { card: CaseForResident }) {
  const { t } = useTongue()
  const last = card.timeline.at(-1)
  if (!card.ended || card.stage === 'withdrawn') return null
  if (last?.text === undefined && card.declined === null) return null
  return (
    <Sheet title={t(words.why)} acts={last && <Soft>{t(formatInstant(last.at as Instant))}</Soft>}>
      {card.declined ? <Told>{t(declineWords[card.declined].told)}</Told> : null}
      {last?.text ? <Told>{last.text}</Told> : null}
      {card.declined ? <WhereToTurn ground={declineWords[card.declined]} /> : null}
    </Sheet>
  )
}

/** Nobody is turned away without being told where to turn, and whom to call. */
function WhereToTurn({ ground: { turnTo, phones = [] } }: { ground: DeclineWords }) {
  const { t } = useTongue()
  return (
    <Notice title={t(words.turnTo)}>
      <p>{t(turnTo)}</p>
      <Row>
        {phones.map(({ number, who }) => (
          <Go key={number} to={`tel:${number}`} look="plain" icon="phone">
            {number} {t(who)}
          </Go>
        ))}
      </Row>
    </Notice>
  )
}

function WhatWasTold({ card }: { card: CaseForResident }) {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.told)}>
      <Told>{card.text}</Told>
      <Pictures label={t(words.told)} photos={card.photos} />
      <Facts
        facts={[
          { label: t(words.place), value: card.place },
          { label: t(words.happenedAt), value: happenedOn(card.happenedAt, t) },
          { label: t(words.kind), value: t(card.matterName) },
          { label: t(words.filedAt), value: t(formatInstant(card.filedAt as Instant)) },
        ]}
      />
    </Sheet>
  )
}

/**
 * Says that the page has changed under the reader's eyes; what he is writing stays as it is. Gives what to call with the
 * version that he made himself: of that he is told already. While he acts nothing is said, for the news of his own act
 * may be here before its answer.
 */
function useNewsToast(version: number): (own: number) => void {
  const { t } = useTongue()
  const say = useToast()
  const seen = useRef(version)
  const acting = useIsMutating() > 0
  // The toast is no part of what is drawn: it is said once for every change.
  useEffect(() => {
    if (version > seen.current && !acting) say(t(words.changed))
    seen.current = Math.max(seen.current, version)
  }, [version, acting, say, t])
  return (own) => {
    seen.current = Math.max(seen.current, own)
  }
}
