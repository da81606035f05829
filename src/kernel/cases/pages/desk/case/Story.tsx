import type { Instant } from '../../../../../platform/time.ts'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Sheet, Soft, Told } from '../../../../../ui/parts/layout.tsx'
import { Timeline } from '../../../../../ui/parts/Timeline.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import type { CaseForStaff, EntryField, TimelineEntry } from '../../../model/views.ts'
import { caseWords as words } from '../words/case.ts'
import { Thumbs } from './Pictures.tsx'

/** What happened, newest first, with what was written at each step. */
export function Story({ shown: { timeline } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const byOf = ({ by }: TimelineEntry): string => {
    if (by.kind === 'time') return t(words.byTime)
    if (by.kind === 'city') return t(words.system)
    if (by.kind === 'applicant') return t(words.applicant)
    return [by.unitName, by.name].filter(Boolean).join(' · ')
  }
  const entries = timeline.toReversed().map((entry) => ({
    id: String(entry.seq),
    at: entry.at as Instant,
    time: t(formatInstant(entry.at as Instant)),
    title: t(entry.sentence),
    by: byOf(entry),
    tone: entry.by.kind === 'time' ? ('warn' as const) : ('plain' as const),
    more: <Written entry={entry} />,
  }))
  return (
    <Sheet title={t(words.timeline)}>
      <Timeline label={t(words.timeline)} entries={entries} />
    </Sheet>
  )
}

function Written({ entry: { open, fields, photos } }: { entry: TimelineEntry }) {
  const { t } = useTongue()
  return (
    <>
      {open ? null : <Soft>{t(words.destroyed)}</Soft>}
      {fields.map((field) => (
        <Line key={field.name} field={field} />
      ))}
      {photos.length > 0 ? <Thumbs photos={photos} /> : null}
    </>
  )
}

function Line({ field: { label, value, said, case: other } }: { field: EntryField }) {
  const { t } = useTongue()
  return (
    <div className="case-written">
      <Soft>{t(label)}</Soft>
      {other ? <Go to={`/cases/${other}`}>{value}</Go> : <Told>{said ? t(said) : value}</Told>}
    </div>
  )
}
