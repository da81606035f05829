import { createContext, type ReactNode, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { keep, kept } from './kept.ts'

export type Theme = 'resident' | 'desk' | 'screen'
export type Tone = 'light' | 'dark'
export type ToneChoice = Tone | 'auto'

type Appearance = {
  readonly theme: Theme
  readonly tone: Tone
  readonly choice: ToneChoice
  readonly elder: boolean
  chooseTone(choice: ToneChoice): void
  setElder(on: boolean): void
}

const AppearanceContext = createContext<Appearance>({
  theme: 'resident',
  tone: 'light',
  choice: 'auto',
  elder: false,
  chooseTone: () => undefined,
  setElder: () => undefined,
})

const darkWanted = () => window.matchMedia('(prefers-color-scheme: dark)')

function onDarkWanted(changed: () => void): () => void {
  const query = darkWanted()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const keptChoice = (): ToneChoice => {
  const found = kept('tone')
  return found === 'light' || found === 'dark' ? found : 'auto'
}

/** Dresses the whole document in a theme, and keeps what the person chose on this device. */
export function AppearanceProvider({ theme, children }: { theme: Theme; children: ReactNode }) {
  const [choice, setChoice] = useState(keptChoice)
  const [elder, setElderState] = useState(() => kept('elder') === true)
  const dark = useSyncExternalStore(onDarkWanted, () => darkWanted().matches)
  const tone = theme === 'screen' ? 'dark' : choice === 'auto' ? (dark ? 'dark' : 'light') : choice
  // The document stands outside React: its attributes have to be set by hand, before the first paint.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset.theme = theme
    dataset.tone = tone
    dataset.elder = elder && theme === 'resident' ? 'on' : 'off'
  }, [theme, tone, elder])
  const appearance: Appearance = {
    theme,
    tone,
    choice,
    elder,
    chooseTone(next) {
      setChoice(next)
      keep('tone', next)
    },
    setElder(on) {
      setElderState(on)
      keep('elder', on)
    },
  }
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>
}

export const useAppearance = (): Appearance => useContext(AppearanceContext)
