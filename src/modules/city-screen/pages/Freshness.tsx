import { formatInstant, localDay, localTime } from '../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../platform/time.ts'
import { Light } from '../../../ui/parts/Light.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useBoard, useScreenNow } from './reads.ts'
import './behind.css'
import { screenPageWords as words } from './words.ts'

/** Seconds after which figures are called old: two looks that did not come through, and the answer's own delay. */
const OLD = 75

/** How old the figures on the wall are, whatever the line does: the instant they were counted, and how long ago. */
export function Freshness() {
  const { t } = useTongue()
  const now = useScreenNow()
  const board = useBoard()
  if (board.data === undefined) return null
  const { asOf } = board.data
  const age = Math.max(0, Math.round((Date.parse(now) - Date.parse(asOf)) / 1_000))
  const isOld = age > OLD || board.isError
  const at =
    localDay(asOf as Instant) === localDay(now) ? secondsOf(asOf as Instant) : t(formatInstant(asOf as Instant))
  return (
    <span className="freshness" data-old={isOld}>
      {isOld ? <Light colour="red" label={t(words.old)} /> : null}
      <span>
        {t(words.figuresOf)} <time dateTime={asOf}>{at}</time> · {agoIn(age, t)}
      </span>
    </span>
  )
}

const secondsOf = (at: Instant): string => `${localTime(at)}:${at.slice(17, 19)}`

function agoIn(seconds: number, t: (words: { zh: string; en: string }) => string): string {
  if (seconds < 5) return t(uiWords.justNow)
  if (seconds < 60) return `${seconds} ${t(uiWords.secondsAgo)}`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} ${t(uiWords.minutesAgo)}`
  return `${Math.floor(seconds / 3_600)} ${t(uiWords.hoursAgo)}`
}
