import { type ReactNode, useId } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Field.css'
import { Icon } from './Icon.tsx'

/** What a control inside a field has to carry so that its label, hint and error are read with it. */
export type Wiring = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** How the controls of antd are told that something is wrong, so that it is seen as well as heard. */
export const statusOf = (wiring: Wiring): 'error' | '' => (wiring['aria-invalid'] ? 'error' : '')

export type FieldProps = {
  label: string
  hint?: string | undefined
  /** What is wrong and how to put it right; absent while nothing is wrong. */
  error?: string | undefined
  required?: boolean
  /** Says "optional" beside the label; for forms where most is required. */
  optional?: boolean
  /** The label is heard but not seen, where a heading right above says the same. */
  unseenLabel?: boolean
}

type Props = FieldProps & { children: (wiring: Wiring) => ReactNode; foot?: ReactNode }

export function Field({ label, hint, error, required = false, optional = false, ...rest }: Props) {
  const { t } = useTongue()
  const { children, foot, unseenLabel = false } = rest
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className={unseenLabel ? 'unseen' : 'field-label'} htmlFor={id}>
        {label}
        {required ? <span className="field-mark">{t(uiWords.required)}</span> : null}
        {optional ? <span className="field-mark">{t(uiWords.optional)}</span> : null}
      </label>
      {hint ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {foot}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="field-error" id={id} role="alert">
      <Icon name="warn" />
      <span>{children}</span>
    </span>
  )
}
