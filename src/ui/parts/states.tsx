import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import type { Read } from '../api/reads.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './states.css'

type StateProps = {
  icon: IconName
  title: string
  /** The title is that of the whole page. */
  heading?: boolean
  text?: string | undefined
  tone?: 'plain' | 'warn' | 'bad'
  role?: 'alert' | 'status'
  children?: ReactNode
}

function State({ icon, title, heading = false, text, tone = 'plain', role, children }: StateProps) {
  return (
    <div className="state" data-tone={tone} role={role}>
      <span className="state-sign">
        <Icon name={icon} size="1.8em" />
      </span>
      {heading ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
      {text ? <p className="state-text">{text}</p> : null}
      {children}
    </div>
  )
}

type EmptyProps = { heading?: boolean; title?: string; text?: string | undefined; icon?: IconName; action?: ReactNode }

/** Nothing is here, why that is, and what one can do. */
export function EmptyState({ heading = false, title, text, icon = 'inbox', action }: EmptyProps) {
  const { t } = useTongue()
  return (
    <State icon={icon} heading={heading} title={title ?? t(uiWords.emptyTitle)} text={text}>
      {action ? <div className="state-acts">{action}</div> : null}
    </State>
  )
}

type LoadingProps = { shape?: 'text' | 'list' | 'figures'; count?: number }

/** Holds the place of what is coming, in its shape, so that nothing jumps when it comes. */
export function LoadingState({ shape = 'list', count = 3 }: LoadingProps) {
  const { t } = useTongue()
  return (
    <div role="status">
      <span className="unseen">{t(uiWords.loading)}</span>
      <div className="bones" data-shape={shape} aria-hidden="true">
        {Array.from({ length: count }, (_, at) => `bone-${at}`).map((bone) => (
          <div className="bone" key={bone} />
        ))}
      </div>
    </div>
  )
}

type ErrorProps = { problem: Problem; onRetry?: (() => void) | undefined }

/** What went wrong in words, the number to quote where something failed, and a way to try again where trying again can help. */
export function ErrorState({ problem, onRetry }: ErrorProps) {
  const { t } = useTongue()
  if (problem.kind === 'forbidden') return <ForbiddenState text={t(problem.said)} />
  const offline = problem.kind === 'offline'
  const hopeless = problem.kind === 'missing'
  return (
    <State
      icon={offline ? 'offline' : hopeless ? 'search' : 'warn'}
      tone={hopeless ? 'plain' : offline ? 'warn' : 'bad'}
      role="alert"
      title={offline ? t(uiWords.offlineTitle) : hopeless ? t(problem.said) : t(uiWords.failedTitle)}
      text={hopeless ? undefined : t(problem.said)}
    >
      {problem.id && !hopeless ? (
        <p className="state-id">
          {t(uiWords.requestId)} {problem.id}
        </p>
      ) : null}
      {onRetry && !hopeless ? (
        <div className="state-acts">
          <Button onPress={onRetry}>{t(uiWords.retry)}</Button>
        </div>
      ) : null}
    </State>
  )
}

export function ForbiddenState({ text, action }: { text?: string; action?: ReactNode }) {
  const { t } = useTongue()
  return (
    <State icon="lock" tone="warn" title={t(uiWords.forbiddenTitle)} text={text ?? t(uiWords.forbidden)}>
      {action ? <div className="state-acts">{action}</div> : null}
    </State>
  )
}

type LoadedProps<Answer> = {
  read: Read<Answer>
  children: (answer: Answer) => ReactNode
  /** Shown while the first answer is on its way. */
  loading?: ReactNode
  /** Says whether there is nothing, and what to show then. */
  empty?: { when(answer: Answer): boolean; show: ReactNode }
}

/** A read in whichever state it is: coming, failed, empty or there. An answer in hand stays when a refresh fails. */
export function Loaded<Answer>({ read, children, loading, empty }: LoadedProps<Answer>) {
  if (read.data !== undefined) return empty?.when(read.data) ? empty.show : children(read.data)
  if (read.isError) return <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
  return loading ?? <LoadingState />
}
