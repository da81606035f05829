import { useEffect, useRef } from 'react'
import { Confidence } from '../../../../kernel/cases/pages/desk/case/Proposal.tsx'
import { colourOf, dueBeside, type Today, useToday } from '../../../../kernel/cases/pages/desk/now.ts'
import { useWide } from '../../../../kernel/cases/pages/desk/wide.ts'
import { listWords } from '../../../../kernel/cases/pages/desk/words/list.ts'
import { lightWords } from '../../../../kernel/cases/words/doors.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Soft } from '../../../../ui/parts/layout.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { QueueRow, QueueView } from '../../model/board.ts'
import { boardWords as words } from './words/board.ts'

/** What waits, the most urgent first, each with the unit proposed for it. */
export function BoardQueue({ rows, more, current }: QueueView & { current: string }) {
  const { t } = useTongue()
  const today = useToday()
  return (
    <section className="board-queue" aria-label={t(words.queue)}>
      <ol className="case-list">
        {rows.map((row) => (
          <Waiting key={row.line.id} waiting={row} today={today} current={row.line.id === current} />
        ))}
      </ol>
      {more ? <Soft>{t(words.more)}</Soft> : null}
    </section>
  )
}

type WaitingProps = { waiting: QueueRow; today: Today; current: boolean }

function Waiting({ waiting: { line, route }, today, current }: WaitingProps) {
  const { t } = useTongue()
  const { path } = usePlace()
  const wide = useWide()
  const row = useRef<HTMLLIElement>(null)
  // Scrolling is a state of the document; on a phone the list stands below, and the case must stay in sight.
  useEffect(() => {
    if (current && wide) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current, wide])
  return (
    <li ref={row} className="board-row" data-current={current}>
      <div className="board-row-head">
        <Go to={withQuery(path, { case: line.id })} className="board-row-link" current={current}>
          {line.title ?? t(listWords.destroyed)}
        </Go>
        <Light colour={colourOf(line.light)} label={t(dueBeside(today, line) ?? lightWords[line.light])} />
      </div>
      <div className="board-row-why">
        {line.urgent ? <span className="case-mark">{t(listWords.urgent)}</span> : null}
        {route ? (
          <>
            <span>{route.unitName}</span>
            <Soft>
              <Confidence label={route.label} confidence={route.confidence} />
            </Soft>
          </>
        ) : (
          <Soft>{t(words.noRoute)}</Soft>
        )}
      </div>
    </li>
  )
}
