import { useDeferredValue } from 'react'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { replyFaults } from '../../../rules/reply-faults.ts'
import { replyFaultWords } from '../../../words/reply.ts'
import { moveWords as words } from '../words/case.ts'

type Props = { asked: { readonly title: string; readonly text: string }; reply: string }

/** Shorter than this nobody has begun to answer. */
const BEGUN = 10

/** What the writer may look at before the answer goes out, said while he types; it bars nothing. */
export function ReplyAdvice({ asked, reply }: Props) {
  const { t } = useTongue()
  const written = useDeferredValue(reply)
  const faults = [...written.trim()].length < BEGUN ? [] : replyFaults(asked, written)
  if (faults.length === 0) return null
  return (
    <Notice title={t(words.advice)}>
      <ul className="case-advice">
        {faults.map((fault) => (
          <li key={fault.kind}>
            {t(replyFaultWords[fault.kind])}
            {fault.words.length > 0 ? `：${fault.words.join('、')}` : ''}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
