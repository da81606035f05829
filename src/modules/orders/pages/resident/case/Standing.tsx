import { formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { Deadline } from '../../../../../ui/parts/Deadline.tsx'
import { Facts, Sheet, Soft, Told } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { Steps } from '../../../../../ui/parts/Steps.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../../model/views.ts'
import { colourOf } from '../lights.ts'
import { caseWords as words } from '../words/following.ts'

/** Where the case stands: in one sentence, on its way, and against its due date. */
export function Standing({ card }: { card: CaseForResident }) {
  const { t } = useTongue()
  const { due } = card
  return (
    <Sheet title={t(card.stageLabel)}>
      <p className="case-now">{t(card.stageSentence)}</p>
      {card.yourTurn ? <YourTurn card={card} /> : null}
      <Steps
        label={t(words.path)}
        lie
        steps={card.path.map(({ phase, label, state }) => ({
          id: phase,
          title: t(label),
          state,
          note: state === 'here' && t(label) !== t(card.stageLabel) ? t(card.stageLabel) : undefined,
        }))}
      />
      {/* What unfolds on the screen stands open on paper. */}
      {due ? <p className="case-print-only">{t(due.explained)}</p> : null}
      {due ? (
        <Deadline
          due={due.at as Instant}
          text={t(formatInstant(due.at as Instant))}
          light={colourOf(due.light)}
          label={t(words.due)}
          explanation={t(due.explained)}
          provisional={due.provisional}
        />
      ) : null}
      <Facts
        facts={[
          { label: t(words.unit), value: card.unitName },
          { label: t(words.contact), value: card.contact && <Contact contact={card.contact} /> },
        ]}
      />
    </Sheet>
  )
}

const contactSaid = {
  reached: words.contacted,
  'not-reached': words.notReached,
  ahead: words.contactAhead,
  missed: words.contactMissed,
} as const

function Contact({ contact: { is, at } }: { contact: NonNullable<CaseForResident['contact']> }) {
  const { t } = useTongue()
  return (
    <>
      {t(contactSaid[is])}
      {at === null ? null : <Soft> {t(formatInstant(at as Instant))}</Soft>}
    </>
  )
}

function YourTurn({ card }: { card: CaseForResident }) {
  const { t } = useTongue()
  if (card.missing !== null)
    return (
      <Notice tone="warn" title={t(words.missing)}>
        <Told>{card.missing}</Told>
      </Notice>
    )
  const rates = card.moves.some(({ move }) => move === 'rate')
  return <Notice tone="warn" title={t(rates ? words.rateNow : words.yourTurn)} />
}
