import type { Tongue } from '../../platform/words.ts'
import type { Theme, Tone } from '../../ui/appearance.tsx'

/** What the gallery is dressed in; all of it stands in the address, so that a picture can be taken of each. */
export type Outfit = { readonly theme: Theme; readonly tone: Tone; readonly elder: boolean; readonly tongue: Tongue }

export const outfits: readonly Outfit[] = [
  { theme: 'resident', tone: 'light', elder: false, tongue: 'zh' },
  { theme: 'resident', tone: 'dark', elder: false, tongue: 'zh' },
  { theme: 'resident', tone: 'light', elder: true, tongue: 'zh' },
  { theme: 'resident', tone: 'dark', elder: true, tongue: 'zh' },
  { theme: 'resident', tone: 'light', elder: false, tongue: 'en' },
  { theme: 'desk', tone: 'light', elder: false, tongue: 'zh' },
  { theme: 'desk', tone: 'dark', elder: false, tongue: 'zh' },
  { theme: 'desk', tone: 'light', elder: false, tongue: 'en' },
  { theme: 'screen', tone: 'dark', elder: false, tongue: 'zh' },
]

export const nameOf = ({ theme, tone, elder, tongue }: Outfit): string =>
  [theme, tone, elder ? 'elder' : '', tongue].filter(Boolean).join('-')

export const addressOf = (outfit: Outfit, room: string | null): string =>
  `?outfit=${nameOf(outfit)}${room === null ? '' : `&room=${room}`}`

export function outfitOf(search: string): Outfit {
  const name = new URLSearchParams(search).get('outfit')
  const [first] = outfits
  return outfits.find((outfit) => nameOf(outfit) === name) ?? (first as Outfit)
}

export const roomOf = (search: string): string | null => new URLSearchParams(search).get('room')
