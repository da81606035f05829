import { useEffect, useState } from 'react'
import { keep, kept } from './kept.ts'

const WISH = 'siren'
/** A tone of half a second, every three seconds: heard across a room, and one can still talk. */
const EVERY = 3_000
const LOUD = 0.25

/**
 * A sound as long as `on`. Browsers let a page sound only after somebody has pressed something on it: `silent` says that
 * it would sound and may not yet; `allow` is for the press. What was wished stays on this device.
 */
export function useSiren(on: boolean) {
  const [wished, setWished] = useState(() => kept(WISH) === true)
  const [context, setContext] = useState<AudioContext | null>(null)
  const sounds = on && wished && context !== null
  // A tone is a thing outside React that has to be begun and ended.
  useEffect(() => {
    if (!sounds || context === null) return
    ring(context)
    const timer = setInterval(() => ring(context), EVERY)
    return () => clearInterval(timer)
  }, [sounds, context])
  return {
    wished,
    silent: on && wished && context === null,
    allow() {
      if (typeof AudioContext === 'undefined') return
      setContext(context ?? new AudioContext())
      setWished(true)
      keep(WISH, true)
    },
    mute() {
      setWished(false)
      keep(WISH, false)
    },
  }
}

function ring(context: AudioContext): void {
  const now = context.currentTime
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.setValueAtTime(880, now)
  tone.frequency.setValueAtTime(660, now + 0.25)
  volume.gain.setValueAtTime(LOUD, now)
  volume.gain.linearRampToValueAtTime(0, now + 0.5)
  tone.connect(volume).connect(context.destination)
  tone.start(now)
  tone.stop(now + 0.5)
}
