import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Dictate } from './Dictate.tsx'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & {
  value: string
  onChange(value: string): void
  rows?: number
  /** Most characters the door takes. Typing is never cut off: what is over is said, so that a pasted text can be trimmed. */
  max?: number
  example?: string | undefined
  /** The text stands in a draft kept on this device (`useDraft`). */
  kept?: boolean
  /** Offers to speak instead of typing, where the browser can listen. */
  voice?: boolean
}

export function TextArea({ value, onChange, rows = 5, max, example, kept = false, voice, ...field }: Props) {
  const foot = (
    <>
      <Foot length={[...value].length} max={max} kept={kept && value !== ''} />
      {voice ? <Dictate onText={(text) => onChange(`${value}${text}`)} /> : null}
    </>
  )
  return (
    <Field {...field} foot={foot}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="control"
          rows={rows}
          style={{ minBlockSize: `calc(${rows} * 1.7em + var(--pad-control))` }}
          placeholder={example}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function Foot({ length, max, kept }: { length: number; max: number | undefined; kept: boolean }) {
  const { t, count } = useTongue()
  if (max === undefined && !kept) return null
  const over = max !== undefined && length > max
  return (
    <div className="field-foot">
      <span aria-live="polite">{kept ? t(uiWords.draftKept) : ''}</span>
      {max === undefined ? null : (
        <span data-over={over}>
          {over
            ? `${t(uiWords.tooLong)} ${count(length - max)} ${t(uiWords.characters)}`
            : `${count(length)} / ${count(max)} ${t(uiWords.characters)}`}
        </span>
      )}
    </div>
  )
}
