import { useState } from 'react'
import type { CaseLine } from '../../../../kernel/cases/model/views.ts'
import { formatDay, formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { deskAddress, SCREEN } from '../reads.ts'
import '../behind.css'
import { lightWords, supervisionWords, listWords as words } from '../words.ts'

/** A row of a figure's list carries the day it counts for; rows behind lights and the audit are cases alone. */
type Row = CaseLine | { readonly day: string; readonly case: CaseLine }
type PageAnswer = { readonly rows: readonly Row[]; readonly next: string | null }

const lineIn = (row: Row): CaseLine => ('case' in row ? row.case : row)
const dayIn = (row: Row): string | null => ('case' in row ? row.day : null)

/** The cases behind a number, newest first, page after page by keyset; each opens on the desk. */
export function CaseRows({ path }: { path: string }) {
  const [cursors, setCursors] = useState<readonly string[]>([''])
  return (
    <div className="case-rows">
      {cursors.map((after, at) => (
        <OnePage
          key={after}
          path={after === '' ? path : `${path}&after=${encodeURIComponent(after)}`}
          isFirst={at === 0}
          isLast={at === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </div>
  )
}

type PageProps = { path: string; isFirst: boolean; isLast: boolean; onMore(next: string): void }

function OnePage({ path, isFirst, isLast, onMore }: PageProps) {
  const { t } = useTongue()
  const read = useRead<PageAnswer>(path, { topics: [SCREEN] })
  return (
    <Loaded
      read={read}
      empty={{
        when: ({ rows }) => isFirst && rows.length === 0,
        show: <EmptyState title={t(words.empty)} text={t(words.emptyText)} />,
      }}
    >
      {({ rows, next }) => (
        <>
          <ul className="case-list" aria-label={t(words.cases)}>
            {rows.map((row) => (
              <CaseRow key={`${dayIn(row)}${lineIn(row).id}`} line={lineIn(row)} day={dayIn(row)} />
            ))}
          </ul>
          {isLast ? (
            <div className="case-more">
              {next === null ? (
                <Soft>{t(words.end)}</Soft>
              ) : (
                <Button onPress={() => onMore(next)}>{t(words.more)}</Button>
              )}
            </div>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function CaseRow({ line, day }: { line: CaseLine; day: string | null }) {
  const { t } = useTongue()
  const { id, number, title, unitName, stageLabel, light } = line
  const about = [
    number,
    unitName ?? t(words.noUnit),
    t(stageLabel),
    day && `${t(words.day)} ${t(formatDay(day as Day))}`,
  ]
  return (
    <li>
      <a className="case-row" href={deskAddress(id)}>
        <span className="case-title">{title ?? t(words.gone)}</span>
        <Light colour={light === 'none' ? 'off' : light} look="plain" label={t(standingOf(line))} />
        <span className="case-about">{about.filter(Boolean).join(' · ')}</span>
      </a>
    </li>
  )
}

/** Until when, and of what is late already how far it has gone: its next clock may still have time left. */
function standingOf({ due, settled, overdue, supervision, stageLabel }: CaseLine): Said {
  if (settled) return stageLabel
  if (overdue) return supervisionWords[supervision - 1] ?? lightWords.red
  return due === null ? stageLabel : formatInstant(due as Instant)
}
