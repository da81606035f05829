import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import type { Said, Tongue } from '../platform/words.ts'
import { keep, kept } from './kept.ts'

type Speech = {
  readonly tongue: Tongue
  setTongue(tongue: Tongue): void
  /** The sentence in the tongue of the reader. */
  t(words: Said): string
  /** A number with its thousands set off, as that tongue writes it. */
  count(value: number): string
}

const speechIn = (tongue: Tongue, setTongue: (tongue: Tongue) => void): Speech => ({
  tongue,
  setTongue,
  t: (words) => words[tongue],
  count: (value) => value.toLocaleString(tongue === 'zh' ? 'zh-CN' : 'en-GB'),
})

const SpeechContext = createContext<Speech>(speechIn('zh', () => undefined))

/** What the reader chose on this device; before that English where his browser asks for it first, else Chinese. */
export function keptTongue(): Tongue {
  const chosen = kept('tongue')
  return chosen === 'en' || chosen === 'zh'
    ? chosen
    : tongueOf(typeof navigator === 'undefined' ? [] : navigator.languages)
}

/** The tongue of somebody who reads these languages, the best first (`navigator.languages`): the first of ours he reads. */
export const tongueOf = (languages: readonly string[]): Tongue =>
  languages.map((language) => language.slice(0, 2).toLowerCase()).find((one) => one === 'en' || one === 'zh') === 'en'
    ? 'en'
    : 'zh'

type Props = { children: ReactNode; initial?: Tongue; whole?: boolean }

/** Gives everything inside a tongue. `whole` also marks the document, for screen readers and line breaking. */
export function TongueProvider({ children, initial = 'zh', whole = false }: Props) {
  const [tongue, setTongue] = useState(initial)
  // The document stands outside React: its language has to be set by hand.
  useLayoutEffect(() => {
    if (whole) document.documentElement.lang = tongue === 'zh' ? 'zh-CN' : 'en'
  }, [tongue, whole])
  const speech = speechIn(tongue, (next) => {
    setTongue(next)
    if (whole) keep('tongue', next)
  })
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export const useTongue = (): Speech => useContext(SpeechContext)
