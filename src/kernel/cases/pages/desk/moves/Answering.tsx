import type { CaseForStaff } from '../../../model/views.ts'
import { ReplyAdvice } from './ReplyAdvice.tsx'
import { TemplatePicker } from './TemplatePicker.tsx'

/** The field of every move that answers the one who asked. */
export const ANSWER = 'answer'

/** Without a case or an answer to write, nothing. */
type Props = {
  shown: Pick<CaseForStaff, 'card' | 'told'> | undefined
  reply: string | undefined
  onReply(reply: string): void
}

/** What stands by whoever writes an answer: templates to begin from, and what the answer may lack. */
export function Answering({ shown, reply, onReply }: Props) {
  if (shown === undefined || reply === undefined) return null
  return (
    <>
      <TemplatePicker shown={shown} onInsert={(text) => onReply(reply === '' ? text : `${reply}\n${text}`)} />
      <ReplyAdvice asked={shown.told} reply={reply} />
    </>
  )
}
