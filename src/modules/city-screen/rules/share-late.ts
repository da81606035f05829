import type { LightCounts } from '../model.ts'

/** From which share of what is open on the clock an area shows yellow, and from which red; in percent. */
export type LateMarks = { readonly some: number; readonly many: number }

/** △ Ours, not taken from a rule; a wall may be given others in its address (`?late=10-25`). */
export const usualMarks: LateMarks = { some: 10, many: 25 }

/** `10-25`: whole percents, the first below the second; null for anything else. */
export function readMarks(text: string | undefined): LateMarks | null {
  const found = /^(\d{1,2})-(\d{1,3})$/.exec(text ?? '')
  const [some, many] = [Number(found?.[1]), Number(found?.[2])]
  return found && some > 0 && some < many && many <= 100 ? { some, many } : null
}

export const writeMarks = ({ some, many }: LateMarks): string => `${some}-${many}`

export type ShareLight = 'many' | 'some' | 'few'

/**
 * How late an area is: the share of late among what is open there. What is on hold is left out, as everywhere. Null
 * where nothing is open. A count would paint every large street red; a share tells them apart.
 */
export function shareLate({ red, yellow, green, none }: LightCounts, marks: LateMarks): ShareLight | null {
  const open = red + yellow + green + none
  if (open === 0) return null
  const percent = (100 * red) / open
  if (percent >= marks.many) return 'many'
  return percent >= marks.some ? 'some' : 'few'
}
