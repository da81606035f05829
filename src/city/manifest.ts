import { cityWords } from './words.ts'

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** The resident face as something to install (W3C Web Application Manifest), under the name of this city. */
export function manifestOf(cityName: string) {
  const { installed, shortcuts } = cityWords
  return {
    id: '/',
    name: installed.name(cityName).zh,
    short_name: installed.short.zh,
    description: installed.what.zh,
    lang: 'zh-CN',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    shortcuts: shortcuts.map(({ url, title }) => ({ name: title.zh, url })),
  }
}
