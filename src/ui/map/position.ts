import { useState } from 'react'
import type { LngLat } from '../../platform/geo/shapes.ts'
import type { Said } from '../../platform/words.ts'
import { mapWords } from './words.ts'

export type MyPosition = {
  readonly me: { readonly at: LngLat; readonly within: number } | null
  readonly busy: boolean
  /** What is to be said about it. */
  readonly said: Said | null
  find(): Promise<LngLat | null>
}

/** Where the device is (WGS84), asked for when the reader wants it, and kept nowhere. */
export function useMyPosition(onFound: ((at: LngLat, within: number) => void) | undefined): MyPosition {
  const [me, setMe] = useState<MyPosition['me']>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const find = async () => {
    setBusy(true)
    setSaid(null)
    const found = await whereIAm()
    setBusy(false)
    if ('said' in found) {
      setSaid(found.said)
      return null
    }
    setMe(found)
    setSaid(mapWords.mineHere)
    onFound?.(found.at, found.within)
    return found.at
  }
  return { me, busy, said, find }
}

type Found = { readonly at: LngLat; readonly within: number } | { readonly said: Said }

const whereIAm = (): Promise<Found> =>
  new Promise((answer) => {
    if (!('geolocation' in navigator)) return answer({ said: mapWords.mineFailed })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => answer({ at: [coords.longitude, coords.latitude], within: coords.accuracy }),
      ({ code, PERMISSION_DENIED }) =>
        answer({ said: code === PERMISSION_DENIED ? mapWords.mineDenied : mapWords.mineFailed }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
