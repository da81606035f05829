import { type Ramp, type Tone, tones } from './model.ts'

/** The colours and sizes that a style is made of, resolved from the tokens of the page. */
export type Palette = {
  readonly colour: Readonly<Record<GroundColour, string>>
  readonly tone: Readonly<Record<Tone, string>>
  readonly ramp: Readonly<Record<Ramp, readonly string[]>>
  /** Pixels of small text in this outfit. */
  readonly text: number
  readonly font: string
}

const groundColours = {
  land: '--map-land',
  built: '--map-built',
  care: '--map-care',
  water: '--map-water',
  green: '--map-green',
  building: '--map-building',
  buildingEdge: '--map-building-edge',
  road: '--map-road',
  roadMain: '--map-road-main',
  roadEdge: '--map-road-edge',
  rail: '--map-rail',
  name: '--map-name',
  halo: '--map-halo',
  waterName: '--map-water-name',
  sheet: '--sheet',
  ink: '--ink',
  line: '--line',
  focus: '--focus',
} as const
type GroundColour = keyof typeof groundColours

const toneTokens: Readonly<Record<Tone, string>> = {
  plain: '--act',
  good: '--light-green',
  warn: '--light-yellow',
  bad: '--light-red',
  off: '--light-off',
  mark: '--mark',
  'kind-1': '--kind-1',
  'kind-2': '--kind-2',
  'kind-3': '--kind-3',
  'kind-4': '--kind-4',
  'kind-5': '--kind-5',
  'kind-6': '--kind-6',
  'kind-7': '--kind-7',
  'kind-8': '--kind-8',
}

/** The variable of the stylesheet that gives a tone its colour, for legends. */
export const tokenOf = (tone: Tone): string => `var(${toneTokens[tone]})`
export const rampToken = (ramp: Ramp, step: number): string => `var(--${ramp}-${step + 1})`

/** Reads what the page is dressed in now. */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element)
  const read = (token: string) => style.getPropertyValue(token).trim()
  const ramp = (name: Ramp) => [1, 2, 3, 4, 5].map((step) => read(`--${name}-${step}`))
  return {
    colour: Object.fromEntries(
      Object.entries(groundColours).map(([name, token]) => [name, read(token)]),
    ) as Palette['colour'],
    tone: Object.fromEntries(tones.map((tone) => [tone, read(toneTokens[tone])])) as Palette['tone'],
    ramp: { cool: ramp('cool'), warm: ramp('warm') },
    // The frame of the map is set in small text: a size that depends on the wall is only known once it is laid out.
    text: Number.parseFloat(style.fontSize),
    font: style.fontFamily,
  }
}

/** Tells when the page is dressed anew. */
export function onDressed(changed: () => void): () => void {
  const watching = new MutationObserver(changed)
  watching.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-tone', 'data-elder'] })
  return () => watching.disconnect()
}
