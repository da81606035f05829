import type { Live, LiveState } from '../api/live.ts'
import { useNow } from '../now.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Light, type LightColour } from './Light.tsx'
import './Liveness.css'

const colours: Record<LiveState, LightColour> = { live: 'green', connecting: 'yellow', stale: 'red' }

/** Whether news comes in, and how old what is shown may be: `const live = useLive(topics)`. */
export function Liveness({ live }: { live: Live }) {
  const { t } = useTongue()
  const now = useNow()
  const age = live.heardAt === null ? null : Math.max(0, Math.round((Date.parse(now) - live.heardAt) / 1_000))
  return (
    <span className="liveness">
      <Light colour={colours[live.state]} label={t(uiWords[live.state])} />
      {age === null ? null : (
        <span>
          {t(uiWords.dataTime)} {age < 5 ? t(uiWords.justNow) : ageIn(age, t)}
        </span>
      )}
    </span>
  )
}

function ageIn(seconds: number, t: (words: { zh: string; en: string }) => string): string {
  if (seconds < 60) return `${seconds} ${t(uiWords.secondsAgo)}`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} ${t(uiWords.minutesAgo)}`
  return `${Math.floor(seconds / 3_600)} ${t(uiWords.hoursAgo)}`
}
