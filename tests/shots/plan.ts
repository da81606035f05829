import type { PageEntry } from '../../src/ui/routing/pages.tsx'

/** How the page is dressed: light and dark, Chinese and English, large type. */
export type Dress = {
  readonly name: string
  readonly tone: 'light' | 'dark'
  readonly tongue: 'zh' | 'en'
  readonly elder: boolean
}
export type FaceName = 'resident' | 'desk' | 'screen' | 'gallery'

/** One picture: an address as somebody sees it. `file` stands under `shots/`. */
export type Shot = {
  readonly face: FaceName
  readonly path: string
  readonly as: string | null
  readonly width: number
  readonly height: number
  readonly dress: Dress
  readonly file: string
}

const plain: Dress = { name: 'zh', tone: 'light', tongue: 'zh', elder: false }
const dark: Dress = { ...plain, name: 'zh-dark', tone: 'dark' }
const english: Dress = { ...plain, name: 'en', tongue: 'en' }
const elder: Dress = { ...plain, name: 'zh-elder', elder: true }

type Look = readonly [width: number, height: number, dress: Dress]

/** Every page at every width in Chinese; besides, once in English, once in the dark and, for residents, once in large type. */
const looks: Readonly<Record<FaceName, readonly Look[]>> = {
  resident: [
    [360, 780, plain],
    [768, 1024, plain],
    [1440, 900, plain],
    [360, 780, english],
    [360, 780, dark],
    [360, 780, elder],
  ],
  desk: [
    [360, 780, plain],
    [768, 1024, plain],
    [1440, 900, plain],
    [1440, 900, english],
    [1440, 900, dark],
  ],
  screen: [
    [1440, 900, plain],
    [1920, 1080, plain],
    [3840, 2160, plain],
    [1920, 1080, english],
  ],
  gallery: [
    [360, 780, plain],
    [768, 1024, plain],
    [1440, 900, plain],
  ],
}

const bases: Readonly<Record<FaceName, string>> = {
  resident: '',
  desk: '/desk',
  screen: '/screen',
  gallery: '/gallery',
}

/** What `$case` and the like stand for, by face; a page whose sample is missing is left out and named. */
export type Samples = Readonly<Record<string, string | undefined>>

export function addressOf(face: FaceName, path: string, samples: Samples): string | null {
  let whole = true
  const filled = path.replace(/\$(\w+)/g, (_all, name: string) => {
    const sample = samples[name]
    if (sample === undefined) whole = false
    return sample ?? ''
  })
  return whole ? `${bases[face]}${bases[face] === '' ? filled : filled.replace(/^\/(?=$|\?)/, '')}` : null
}

type Seen = Pick<PageEntry, 'path'> & { readonly as: string | null; readonly address: string }

export const shotsOf = (face: FaceName, { path, as, address }: Seen): Shot[] =>
  looks[face].map(([width, height, dress]) => ({
    face,
    path: address,
    as,
    width,
    height,
    dress,
    file: `${face}/${nameOf(path)}${as === null ? '' : `@${as}`}-${width}-${dress.name}.png`,
  }))

const nameOf = (path: string): string =>
  path
    .replace(/[^\w$.=-]+/g, '_')
    .replace(/^_|_$/g, '')
    .replaceAll('$', '') || 'home'
