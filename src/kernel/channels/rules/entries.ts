import type { Entry, EntryKind } from '../model/entries.ts'

/** What a printed code says: an address that a telephone opens. Short, so that the squares stay large. */
export const entryUrl = (publicUrl: string, { district, code }: Pick<Entry, 'district' | 'code'>): string =>
  `${publicUrl.replace(/\/+$/, '')}/e/${district}/${code}`

/** Where the resident's face goes on from a code, as a path of ours. */
export function wayFrom({
  district,
  code,
  kind,
  target,
}: Pick<Entry, 'district' | 'code' | 'kind' | 'target'>): string {
  const from = `${district}.${code}`
  return kind === 'case'
    ? `/follow?number=${encodeURIComponent(target ?? '')}`
    : `/write?entry=${encodeURIComponent(from)}`
}

/** Pure: where what was scanned or typed leads inside the resident's face; null for what is none of ours. */
export function wayOfScan(text: string, district: string): string | null {
  const [, place, code] = /(?:^|\/)e\/(\d{6,12})\/([0-9a-z]{10})(?:[/?#]|$)/.exec(text.trim()) ?? []
  if (place !== undefined && code !== undefined) return `/e/${place}/${code}`
  const paper = /(?:^|\/)verify\?of=([0-9a-z]{10})&check=([0-9a-f]{12})$/.exec(text.trim())
  if (paper) return `/verify?of=${paper[1]}&check=${paper[2]}`
  const bare = text.replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{14}$/.test(bare)) return `/follow?number=${bare}`
  return /^[0-9a-z]{10}$/.test(bare) ? `/e/${district}/${bare}` : null
}

/** A code of a case or of a station must say which. */
export const needsTarget = (kind: EntryKind): boolean => kind !== 'mailbox'

const SIDE = 360
const MARGIN = 4

/**
 * The printable sheet of a code as SVG: squares, title, what to do, and the code in letters for whoever cannot scan.
 * @param squares rows of dark (true) and light squares, without the quiet zone
 */
export function entrySheet(
  squares: readonly (readonly boolean[])[],
  words: { title: string; hint: string; code: string },
): string {
  const count = squares.length + MARGIN * 2
  const dark = squares
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`] : [])))
    .join('')
  const line = (y: number, size: number, text: string, weight = 'normal') =>
    `<text x="${SIDE / 2}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}">${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE + 120}" role="img" aria-label="${escaped(words.title)}" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif">`,
    `<rect width="${SIDE}" height="${SIDE + 120}" fill="#fff"/>`,
    `<svg width="${SIDE}" height="${SIDE}" viewBox="0 0 ${count} ${count}" shape-rendering="crispEdges"><path d="${dark}" fill="#000"/></svg>`,
    line(SIDE + 24, fitting(words.title, 26), words.title, 'bold'),
    line(SIDE + 60, fitting(words.hint, 18), words.hint),
    line(SIDE + 96, 16, words.code),
    '</svg>',
  ].join('')
}

/** A long line is set smaller rather than cut: Chinese letters are as wide as they are high. */
const fitting = (text: string, size: number): number => {
  const wide = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.6), 0)
  return Math.min(size, Math.floor((SIDE - 24) / Math.max(1, wide)))
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[^\P{C}\n]/gu, '')
