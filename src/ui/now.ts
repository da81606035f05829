import { useEffect, useState } from 'react'
import { type Instant, systemClock } from '../platform/time.ts'

/** The time on the machine of whoever looks, for clocks and ages on a page; never for a rule. Ticks every `ms`. */
export function useNow(ms = 1_000): Instant {
  const [now, setNow] = useState(systemClock.now)
  // Time passes outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now()), ms)
    return () => clearInterval(timer)
  }, [ms])
  return now
}
