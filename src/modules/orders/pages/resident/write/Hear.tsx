import type { DueView } from '../../../../../kernel/cases/model/views.ts'
import { formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { Deadline } from '../../../../../ui/parts/Deadline.tsx'
import { Lead } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { PublicMatter } from '../shapes.ts'
import { writingWords as words } from '../words/writing.ts'

/** What a resident waits for after the first answer; the other promises are the city's own business. */
const waitedFor = ['contact', 'handle'] as const

/** By when one hears, and what is promised then. */
export function Hear({ matter, due }: { matter: PublicMatter | null; due: DueView | null }) {
  const { t } = useTongue()
  const shown = waitedFor.flatMap((key) => matter?.promises.find((promise) => promise.key === key) ?? [])
  if (due === null) return <Lead>{t(words.hearNothing)}</Lead>
  return (
    <>
      <Deadline
        due={due.at as Instant}
        text={t(formatInstant(due.at as Instant))}
        light="green"
        left={t(words.ifSentNow)}
        label={t(words.hearBy)}
        explanation={t(due.explained)}
        provisional={due.provisional}
      />
      <ul className="write-promises">
        {shown.map((promise) => (
          <li key={promise.key}>{t(promise.said)}</li>
        ))}
      </ul>
    </>
  )
}
