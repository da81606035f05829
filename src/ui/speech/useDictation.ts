import { useEffect, useRef, useState } from 'react'
import { useTongue } from '../tongue.tsx'

type Heard = { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }> }
type Recogniser = {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: Heard) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}

export type DictationTrouble = 'not-allowed' | 'not-reached' | 'nothing-heard'

const troubles: Readonly<Record<string, DictationTrouble>> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'not-allowed',
  network: 'not-reached',
  'language-not-supported': 'not-reached',
  'no-speech': 'nothing-heard',
}

function recogniser(): (new () => Recogniser) | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: new () => Recogniser
    webkitSpeechRecognition?: new () => Recogniser
  }
  return SpeechRecognition ?? webkitSpeechRecognition
}

/**
 * Writes down what is said, by the browser's own recogniser; `onText` is given each piece once it is sure of it.
 * `can` is false where the browser offers none.
 */
export function useDictation(onText: (text: string) => void) {
  const { tongue } = useTongue()
  const [state, setState] = useState<{ listening: boolean; trouble: DictationTrouble | null }>({
    listening: false,
    trouble: null,
  })
  const current = useRef<Recogniser | null>(null)
  const hear = useRef(onText)
  hear.current = onText
  const Recogniser = recogniser()
  // A microphone left open would listen on after the page has gone.
  useEffect(() => () => current.current?.stop(), [])

  const start = () => {
    if (Recogniser === undefined) return
    const ears = new Recogniser()
    current.current = ears
    ears.lang = tongue === 'zh' ? 'zh-CN' : 'en-GB'
    ears.continuous = true
    ears.interimResults = false
    ears.onresult = ({ results }) => {
      const last = results[results.length - 1]
      const text = last?.isFinal ? last[0]?.transcript.trim() : undefined
      if (text) hear.current(text)
    }
    ears.onerror = ({ error }) => setState({ listening: false, trouble: troubles[error] ?? null })
    ears.onend = () => setState((now) => ({ ...now, listening: false }))
    setState({ listening: true, trouble: null })
    ears.start()
  }
  const stop = () => current.current?.stop()
  return { can: Recogniser !== undefined, ...state, start, stop }
}
