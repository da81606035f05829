import type { Instant } from '../../../../../platform/time.ts'
import { Deadline } from '../../../../../ui/parts/Deadline.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import type { ClockView } from '../../../model/views.ts'
import { besideClock, useToday } from '../now.ts'

/** When a clock of the case ends or ended, how far off that is, and how it was reckoned. */
export function ClockDue({ view, label }: { view: ClockView; label: string }) {
  const { t } = useTongue()
  const { light, left } = besideClock(useToday(), view)
  return (
    <Deadline
      label={label}
      due={view.due as Instant}
      text={t(formatInstant(view.due as Instant))}
      light={light}
      left={t(left)}
      explanation={t(view.explained)}
      provisional={view.provisional}
    />
  )
}
