import { type ReactNode, useId } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Button.css'
import { Icon, type IconName } from './Icon.tsx'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type Props = {
  children: ReactNode
  kind?: ButtonKind
  type?: 'button' | 'submit'
  icon?: IconName | undefined
  /** Fills the width it is given. */
  wide?: boolean
  /** Work is under way: pressing again does nothing. */
  busy?: boolean
  /** Why it cannot be pressed now; shown beside it. The button stays reachable, so the reason can be read. */
  blocked?: string | undefined
  /** Said instead of the content, where the content is only a sign. */
  name?: string | undefined
  pressed?: boolean | undefined
  onPress?: (() => void) | undefined
}

export function Button({ children, kind = 'plain', type = 'button', onPress, ...rest }: Props) {
  const { t } = useTongue()
  const why = useId()
  const { icon, wide = false, busy = false, blocked, name, pressed } = rest
  const idle = busy || blocked !== undefined
  return (
    <>
      <button
        type={idle ? 'button' : type}
        className="button"
        data-kind={kind}
        data-wide={wide}
        aria-disabled={idle || undefined}
        aria-busy={busy || undefined}
        aria-label={name}
        aria-pressed={pressed}
        aria-describedby={blocked === undefined ? undefined : why}
        title={name}
        onClick={idle ? undefined : onPress}
      >
        {busy ? <span className="button-ring" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
        {children}
        {busy ? <span className="unseen">{t(uiWords.busy)}</span> : null}
      </button>
      {blocked === undefined ? null : (
        <span id={why} className="button-why">
          {blocked}
        </span>
      )}
    </>
  )
}
