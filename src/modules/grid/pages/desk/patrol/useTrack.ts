import { useEffect, useState } from 'react'
import { call } from '../../../../../ui/api/call.ts'
import type { TrackPoint } from '../../../model/patrol.ts'

const OFTEN = 60_000
/** Points that could not be sent wait in memory alone; a day of walking is some hundreds. */
const MOST = 500

/**
 * While on duty and while this page is open: where the device goes, sent once a minute. Off duty nothing is asked of it,
 * and what the server gets from outside of duty it drops.
 */
export function useTrack(onDuty: boolean): void {
  const [waiting] = useState<TrackPoint[]>([])
  // The device tells where it is from outside React, as long as it is asked to.
  useEffect(() => {
    if (!onDuty || !('geolocation' in navigator)) return
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        const { longitude: lng, latitude: lat, accuracy } = coords
        const at = new Date(timestamp).toISOString()
        waiting.push({ at, lng, lat, accuracy })
        if (waiting.length > MOST) waiting.shift()
      },
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 30_000 },
    )
    const send = () => {
      const points = waiting.splice(0, MOST)
      if (points.length === 0) return
      call('POST', '/api/grid/patrol/track', { points }).catch(() => waiting.unshift(...points))
    }
    const timer = setInterval(send, OFTEN)
    return () => {
      navigator.geolocation.clearWatch(watch)
      clearInterval(timer)
      send()
    }
  }, [onDuty, waiting])
}
