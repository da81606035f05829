import { useEffect, useState } from 'react'
import { useTongue } from '../tongue.tsx'
import { piecesOf } from './pieces.ts'

/** A little slower than people speak: it is for those who find it hard to follow. */
const PACE = 0.9

/** Reads texts aloud by the browser's own voice. `can` is false where it has none. */
export function useReading() {
  const { tongue } = useTongue()
  const [reading, setReading] = useState(false)
  const can = typeof window !== 'undefined' && 'speechSynthesis' in window
  // The voice speaks outside React, and would go on after its page has gone.
  useEffect(() => () => (can ? window.speechSynthesis.cancel() : undefined), [can])
  const stop = () => {
    window.speechSynthesis.cancel()
    setReading(false)
  }
  const read = (text: string) => {
    window.speechSynthesis.cancel()
    const pieces = piecesOf(text).map((piece) => new SpeechSynthesisUtterance(piece))
    for (const piece of pieces) {
      piece.lang = tongue === 'zh' ? 'zh-CN' : 'en-GB'
      piece.rate = PACE
      piece.onerror = () => setReading(false)
      window.speechSynthesis.speak(piece)
    }
    const last = pieces.at(-1)
    if (last) last.onend = () => setReading(false)
    setReading(last !== undefined)
  }
  return { can, reading, read, stop }
}
