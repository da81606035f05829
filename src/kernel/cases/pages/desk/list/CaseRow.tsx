import type { Instant } from '../../../../../platform/time.ts'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Light } from '../../../../../ui/parts/Light.tsx'
import { ReadableTime } from '../../../../../ui/parts/ReadableTime.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import type { CaseLine } from '../../../model/views.ts'
import { levelWords, lightWords } from '../../../words/doors.ts'
import { colourOf, dueBeside, type Today } from '../now.ts'
import { listWords as words } from '../words/list.ts'

type Props = {
  line: CaseLine
  today: Today
  /** Where a press leads: the pane beside the list, or a page of its own. */
  to: string
  current: boolean
  selected: boolean
  onSelect(selected: boolean): void
}

/** One case in the list: its light, what it is, where it stands, who has it, and when it is due. */
export function CaseRow({ line, today, to, current, selected, onSelect }: Props) {
  const { t } = useTongue()
  const title = line.title ?? t(words.destroyed)
  return (
    <li className="case-row" data-current={current} data-selected={selected}>
      <label className="case-row-pick">
        <span className="unseen">
          {t(words.select)} {line.number}
        </span>
        <input type="checkbox" checked={selected} onChange={(event) => onSelect(event.target.checked)} />
      </label>
      <span className="case-row-light">
        <Light colour={colourOf(line.light)} label={t(lightWords[line.light])} look="lamp" />
      </span>
      <div className="case-row-what">
        <Go to={to} className="case-row-link" current={current}>
          {title}
        </Go>
        <span className="case-row-number">{line.number}</span>
        <Marks line={line} />
      </div>
      <span className="case-row-stage">{t(line.stageLabel)}</span>
      <span className="case-row-who">
        {line.unitName ?? t(words.nobody)}
        {line.holderName ? ` · ${line.holderName}` : ''}
      </span>
      <DueCell line={line} today={today} />
    </li>
  )
}

function Marks({ line: { urgent, supervision } }: { line: CaseLine }) {
  const { t } = useTongue()
  const rung = levelWords.supervision.values[supervision as 1 | 2 | 3]
  if (!urgent && rung === undefined) return null
  return (
    <span className="case-row-marks">
      {urgent ? <span className="case-mark">{t(words.urgent)}</span> : null}
      {rung ? <span className="case-mark">{t(rung)}</span> : null}
    </span>
  )
}

function DueCell({ line, today }: Pick<Props, 'line' | 'today'>) {
  const { t } = useTongue()
  const left = dueBeside(today, line)
  if (left === null) return <span className="case-row-due">—</span>
  const due = line.due as Instant
  return (
    <span className="case-row-due" data-light={line.light}>
      <ReadableTime at={due} text={t(left)} full={t(formatInstant(due))} />
    </span>
  )
}
