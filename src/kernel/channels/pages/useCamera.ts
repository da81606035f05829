import { useEffect, useRef, useState } from 'react'

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type DetectorOf = new (options: { formats: string[] }) => Detector

const detectorOf = (): DetectorOf | undefined => (globalThis as { BarcodeDetector?: DetectorOf }).BarcodeDetector

/** Milliseconds between two looks: quick enough for a hand, slow enough for an old telephone. */
const LOOK = 250

/**
 * The camera as a reader of codes, where the browser has both (BarcodeDetector, getUserMedia). `onSeen` hears each code
 * that is not the one before. The picture stays on the device.
 */
export function useCamera(onSeen: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'off' | 'on' | 'denied'>('off')
  const hear = useRef(onSeen)
  hear.current = onSeen
  const can = detectorOf() !== undefined && navigator.mediaDevices !== undefined

  // The camera is a thing outside React: it is let go when the page goes.
  useEffect(() => {
    const Detector = detectorOf()
    if (state !== 'on' || Detector === undefined) return
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let gone = false
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (gone || video.current === null) return letGo()
      video.current.srcObject = stream
      await video.current.play()
      timer = setInterval(look, LOOK)
    }
    const detector = new Detector({ formats: ['qr_code'] })
    let last = ''
    const look = async () => {
      const [seen] = video.current ? await detector.detect(video.current).catch(() => []) : []
      if (seen === undefined || seen.rawValue === last || gone) return
      last = seen.rawValue
      hear.current(seen.rawValue)
    }
    const letGo = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    begin().catch(() => setState('denied'))
    return () => {
      gone = true
      clearInterval(timer)
      letGo()
    }
  }, [state])

  return { can, video, state, open: () => setState('on'), close: () => setState('off') }
}
