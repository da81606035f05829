import type { ReactNode } from 'react'
import type { Instant } from '../../platform/time.ts'
import { ReadableTime } from './ReadableTime.tsx'
import './Timeline.css'

export type TimelineEntry = {
  id: string
  at: Instant
  /** The instant as the office writes it, made by the worktime house. */
  time: string
  title: string
  by?: string | undefined
  text?: string | undefined
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  /** Papers, pictures, figures that belong to the entry. */
  more?: ReactNode
}

/** What happened, in the order it is handed in. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li className="timeline-entry" key={entry.id} data-tone={entry.tone ?? 'plain'}>
          <div className="timeline-head">
            <span className="timeline-title">{entry.title}</span>
            <span className="timeline-time">
              <ReadableTime at={entry.at} text={entry.time} />
            </span>
          </div>
          {entry.by ? <span className="timeline-by">{entry.by}</span> : null}
          {entry.text ? <p className="timeline-text">{entry.text}</p> : null}
          {entry.more}
        </li>
      ))}
    </ol>
  )
}
