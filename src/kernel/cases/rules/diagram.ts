import type { Tongue } from '../../../platform/words.ts'
import type { Phase } from '../model/procedure.ts'
import { type ProcedureWords, phaseWords, diagramWords as say } from '../words.ts'
import { type PlacedArrow, type PlacedBox, type Point, place } from './diagram-layout.ts'
import { type Line, partsOf } from './diagram-parts.ts'
import { CLOCK, LINE, NAME, SMALL, widthOf } from './diagram-rows.ts'
import { mainPath } from './main-path.ts'
import type { AnyProcedure } from './procedure.ts'

/** Where a case stands and which stages it has been through, its present one last. */
type Where = { readonly here?: string; readonly trail?: readonly string[]; readonly tongue?: Tongue }

const ink = {
  text: '#1d2733',
  line: '#5b6876',
  clock: '#9a4f00',
  way: '#1458b8',
  here: '#b3261e',
  rim: '#7c8794',
} as const
const fills = {
  filed: '#eaf1fb',
  routed: '#e5f4f3',
  working: '#fdf5dd',
  checking: '#f2ecfa',
  answered: '#e8f5e6',
  ended: '#eeeff1',
} as const satisfies Record<Phase, string>

const HEAD = 64
const FOOT = 52

/**
 * The procedure as a picture: SVG text that scales with its box and prints on A3.
 * What people do is drawn solid, what time does by itself dashed and with a clock; the words say which is which.
 */
export function diagram(procedure: AnyProcedure, words: ProcedureWords, where: Where = {}): string {
  const tongue = where.tongue ?? 'zh'
  const placed = place(partsOf(procedure, words, tongue))
  const width = Math.ceil(Math.max(placed.width, 720))
  const height = Math.ceil(placed.height + HEAD + FOOT)
  const title = `${words.name[tongue]} · ${say.title[tongue]}`
  const been = new Set(where.trail?.map((stage, at, trail) => `${trail[at - 1]} ${stage}`))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    definitions,
    text(28, 42, title, { size: 24, weight: 700 }),
    `<g transform="translate(${round((width - placed.width) / 2)} ${HEAD})">`,
    ...placed.arrows.map((arrow) => lineOf(arrow, been.has(`${arrow.from} ${arrow.to}`))),
    ...placed.boxes.map((box) => boxOf(box, where)),
    ...placed.arrows.map(labelOf),
    '</g>',
    legend(procedure, height - FOOT + 12, where.here !== undefined, tongue),
    '</svg>',
    '',
  ].join('\n')
}

const round = (value: number): number => Math.round(value * 10) / 10
const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Look = { readonly size?: number; readonly weight?: number; readonly fill?: string; readonly middle?: boolean }

const text = (x: number, y: number, value: string, { size = SMALL, weight, fill = ink.text, middle }: Look = {}) =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${weight ? ` font-weight="${weight}"` : ''}${middle ? ' text-anchor="middle"' : ''}>${escaped(value)}</text>`

const head = (id: string, fill: string) =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 1L10 5L0 9z" fill="${fill}"/></marker>`
const definitions = `<defs>${head('by-person', ink.line)}${head('by-clock', ink.clock)}${head('way', ink.way)}<g id="clock" fill="none" stroke-width="1.3"><circle r="4.7"/><path d="M0 -2.7V0.4H2.2"/></g></defs>`

/** A line of text around `x`, with the little clock before what time does. */
function spoken(line: Line, x: number, y: number, fill: string = line.byClock ? ink.clock : ink.text): string {
  if (!line.byClock) return text(x, y, line.text, { middle: true, fill })
  const left = x - (widthOf(line.text, SMALL) + CLOCK) / 2
  const clock = `<use href="#clock" x="${round(left + 5)}" y="${round(y - 4.2)}" stroke="${fill}"/>`
  return clock + text(left + CLOCK, y, line.text, { fill })
}

function lineOf({ way, lines }: PlacedArrow, isWay: boolean): string {
  const byClock = lines.every((line) => line.byClock)
  const marker = isWay ? 'way' : byClock ? 'by-clock' : 'by-person'
  const stroke = isWay ? ink.way : byClock ? ink.clock : ink.line
  return `<path d="${rounded(way)}" fill="none" stroke="${stroke}" stroke-width="${isWay ? 2.6 : 1.3}"${byClock ? ' stroke-dasharray="6 4"' : ''} marker-end="url(#${marker})"/>`
}

/** A line with its corners taken off. */
function rounded(way: readonly Point[]): string {
  return way
    .map((point, at) => {
      const before = way[at - 1]
      const after = way[at + 1]
      if (!before) return `M${round(point.x)} ${round(point.y)}`
      if (!after) return `L${round(point.x)} ${round(point.y)}`
      const cut = Math.min(7, distance(before, point) / 2, distance(point, after) / 2)
      const into = towards(point, before, cut)
      const out = towards(point, after, cut)
      return `L${into}Q${round(point.x)} ${round(point.y)} ${out}`
    })
    .join('')
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
const towards = (from: Point, to: Point, by: number): string =>
  `${round(from.x + Math.sign(to.x - from.x) * by)} ${round(from.y + Math.sign(to.y - from.y) * by)}`

function labelOf({ label: { x, y, width, height }, lines }: PlacedArrow): string {
  const top = y - height / 2
  const paper = `<rect x="${round(x - width / 2)}" y="${round(top)}" width="${width}" height="${height}" rx="3" fill="#fff" fill-opacity="0.93"/>`
  return `<g>${paper}${lines.map((line, at) => spoken(line, x, top + 13 + at * LINE)).join('')}</g>`
}

function boxOf(box: PlacedBox, { here, trail }: Where): string {
  const { x, y, width, height } = box
  const isHere = box.id === here
  const been = trail?.includes(box.id) ?? false
  const top = y - height / 2
  const rim = isHere ? ink.here : been ? ink.way : ink.rim
  const shape = `x="${round(x - width / 2)}" y="${round(top)}" width="${width}" height="${height}" rx="${box.isEnd ? height / 2 : 7}"`
  const paint = `fill="${isHere ? ink.here : fills[box.phase]}" stroke="${rim}" stroke-width="${been && !isHere ? 2.4 : 1.3}"`
  const fill = isHere ? '#fff' : undefined
  return [
    `<g id="stage-${box.id}"><title>${escaped(box.tooltip)}</title><rect ${shape} ${paint}/>`,
    text(x, top + 23, box.name, { size: NAME, weight: 700, middle: true, ...(fill && { fill }) }),
    ...box.lines.map((line, at) => spoken(line, x, top + 41 + at * LINE, fill)),
    '</g>',
  ].join('')
}

/** What the lines and the colours mean. */
function legend(procedure: AnyProcedure, y: number, withHere: boolean, tongue: Tongue): string {
  const parts: string[] = []
  let x = 28
  const add = (sign: string, width: number, words: string) => {
    parts.push(`<g transform="translate(${round(x)} ${y + 12})">${sign}</g>`, text(x + width + 6, y + 16, words))
    x += width + widthOf(words, SMALL) + 28
  }
  const stroke = (colour: string, more = '') => `<path d="M0 0H30" stroke="${colour}" stroke-width="1.6"${more}/>`
  add(stroke(ink.line), 30, say.person[tongue])
  add(
    `${stroke(ink.clock, ' stroke-dasharray="6 4"')}<use href="#clock" x="44" y="0" stroke="${ink.clock}"/>`,
    50,
    say.clock[tongue],
  )
  add(`<rect y="-8" width="30" height="16" rx="8" fill="${fills.ended}" stroke="${ink.rim}"/>`, 30, say.end[tongue])
  if (withHere) add(`<rect y="-8" width="22" height="16" rx="4" fill="${ink.here}"/>`, 22, say.here[tongue])
  for (const phase of mainPath(procedure))
    add(
      `<rect y="-8" width="16" height="16" rx="4" fill="${fills[phase]}" stroke="${ink.rim}"/>`,
      16,
      phaseWords[phase][tongue],
    )
  return parts.join('')
}
