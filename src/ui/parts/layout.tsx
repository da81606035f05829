import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Go } from './Go.tsx'
import './layout.css'

type PageProps = {
  title: string
  lead?: string | undefined
  /** What one may do with the whole page, beside its title. */
  acts?: ReactNode
  children: ReactNode
  /** Fills the width it is given: tables and boards. Text and forms keep to a line one can read. */
  wide?: boolean
}

/** One page of a face: its title is the one `h1`. */
export const Page = ({ title, lead, acts, children, wide = false }: PageProps) => (
  <div className="page" style={wide ? { maxInlineSize: 'none' } : undefined}>
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="page-lead">{lead}</p> : null}
      </div>
      {acts ? <div className="row">{acts}</div> : null}
    </header>
    {children}
  </div>
)

type SheetProps = { title?: string; acts?: ReactNode; children: ReactNode }

/** A white sheet on the ground: one thing, with its heading. */
export const Sheet = ({ title, acts, children }: SheetProps) => (
  <section className="sheet">
    {title || acts ? (
      <div className="sheet-head">
        {title ? <h2>{title}</h2> : <span />}
        {acts}
      </div>
    ) : null}
    {children}
  </section>
)

export const Stack = ({ children, gap = 'even' }: { children: ReactNode; gap?: 'tight' | 'even' | 'wide' }) => (
  <div className="stack" data-gap={gap}>
    {children}
  </div>
)

type FormProps = { children: ReactNode; onSend(): void; label?: string }

/** A field that says what is wrong with it, or the first choice of a group that does. */
const FAULTY = '[aria-invalid="true"], fieldset:has(.field-error) input'

/**
 * A form that is sent by Enter and by its submit button. What is missing is said by its fields, not by the browser,
 * and whoever sent it stands at the first of them, also where only the server found it.
 */
export function Form({ children, onSend, label }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const isSent = useRef(false)
  // Whoever sends the same faults again is shown them again, though nothing else has changed.
  const [, sendAgain] = useState(0)
  // Focus is a state of the document, and a fault is marked only once it is drawn.
  useEffect(() => {
    const faulty = isSent.current ? form.current?.querySelector<HTMLElement>(FAULTY) : null
    if (!faulty) return
    isSent.current = false
    faulty.focus()
  })
  return (
    <form
      ref={form}
      className="stack"
      noValidate
      aria-label={label}
      // Who goes on writing is not taken elsewhere by an answer that comes late.
      onInput={() => {
        isSent.current = false
      }}
      onSubmit={(event) => {
        event.preventDefault()
        isSent.current = true
        sendAgain((times) => times + 1)
        onSend()
      }}
    >
      {children}
    </form>
  )
}

/** Words of the second rank: explanations, times, who it was. */
export const Soft = ({ children }: { children: ReactNode }) => <span className="soft">{children}</span>

/** A paragraph before the matter itself. */
export const Lead = ({ children }: { children: ReactNode }) => <p className="page-lead">{children}</p>

/** What somebody wrote, with the line breaks he made. */
export const Told = ({ children }: { children: ReactNode }) => <p className="text">{children}</p>

/** Things side by side that wrap; `push` drives the first and the last apart. */
export const Row = ({ children, push = false }: { children: ReactNode; push?: boolean }) => (
  <div className="row" data-push={push}>
    {children}
  </div>
)

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** Names and values; a fact without a value is left out rather than shown empty. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ label, value, wide = false }) => (
        <div className="fact" key={label} data-wide={wide}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

type ItemProps = { title: ReactNode; to?: string; children?: ReactNode }

/** One row of a list on a phone: the whole of it can be pressed. Stands inside `Items`. */
export const Item = ({ title, to, children }: ItemProps) => {
  const inside = (
    <>
      <span className="item-title">{title}</span>
      {children}
    </>
  )
  return (
    <li>
      {to === undefined ? (
        <div className="item">{inside}</div>
      ) : (
        <Go className="item" to={to}>
          {inside}
        </Go>
      )}
    </li>
  )
}

export const Items = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className="items" aria-label={label}>
    {children}
  </ul>
)
