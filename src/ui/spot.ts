import { useState } from 'react'
import type { Said } from '../platform/words.ts'
import { mapWords } from './map/words.ts'

/** Where a device is and the way it looks: WGS84, metres, degrees from north. */
export type DeviceSpot = {
  readonly lng: number
  readonly lat: number
  readonly accuracy?: number
  readonly heading?: number
}

export type SpotFound = { readonly spot: DeviceSpot } | { readonly said: Said }

/** Asks the device once. What it does not know is left out; where it knows nothing, the reason is said. */
export async function findSpot(): Promise<SpotFound> {
  const [position, heading] = await Promise.all([positionNow(), headingNow()])
  if ('said' in position) return position
  const { coords } = position
  const looks = heading ?? (coords.heading === null || Number.isNaN(coords.heading) ? undefined : coords.heading)
  return {
    spot: {
      lng: rounded(coords.longitude),
      lat: rounded(coords.latitude),
      accuracy: Math.round(coords.accuracy),
      ...(looks !== undefined && { heading: Math.round(looks) % 360 }),
    },
  }
}

/** Six decimals are a tenth of a metre; the rest is noise of the device. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const positionNow = (): Promise<{ readonly coords: GeolocationCoordinates } | { readonly said: Said }> =>
  new Promise((answer) => {
    if (!('geolocation' in navigator)) return answer({ said: mapWords.mineFailed })
    navigator.geolocation.getCurrentPosition(
      answer,
      ({ code, PERMISSION_DENIED }) =>
        answer({ said: code === PERMISSION_DENIED ? mapWords.mineDenied : mapWords.mineFailed }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 5_000 },
    )
  })

type Compass = DeviceOrientationEvent & { readonly webkitCompassHeading?: number }

/** The way the back of the device looks, where it has a compass that says so within half a second. */
const headingNow = (): Promise<number | undefined> =>
  new Promise((answer) => {
    if (typeof DeviceOrientationEvent === 'undefined') return answer(undefined)
    const names = ['deviceorientationabsolute', 'deviceorientation'] as const
    const end = (heading: number | undefined) => {
      clearTimeout(timer)
      for (const name of names) window.removeEventListener(name, hear as EventListener)
      answer(heading)
    }
    const hear = ({ webkitCompassHeading, absolute, alpha }: Compass) => {
      if (webkitCompassHeading !== undefined) end(webkitCompassHeading)
      else if (absolute && alpha !== null) end((360 - alpha) % 360)
    }
    const timer = setTimeout(() => end(undefined), 500)
    for (const name of names) window.addEventListener(name, hear as EventListener)
  })

/** The place of this device for a form: asked for when somebody wants it, kept nowhere. */
export function useSpot() {
  const [spot, setSpot] = useState<DeviceSpot | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const find = async (): Promise<DeviceSpot | null> => {
    setBusy(true)
    const found = await findSpot()
    setBusy(false)
    setSaid('said' in found ? found.said : null)
    if ('spot' in found) setSpot(found.spot)
    return 'spot' in found ? found.spot : null
  }
  return { spot, busy, said, find, clear: () => setSpot(null) }
}
