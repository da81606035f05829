import type { Instant } from '../../../platform/time.ts'
import type { Said, Tongue } from '../../../platform/words.ts'
import { endOfDay, localDay } from '../../worktime/rules/days.ts'
import { formatDay, formatInstant } from '../../worktime/rules/explain.ts'
import {
  type NoticeParams,
  type ParamName,
  type PlacedFault,
  paramKinds,
  type TemplateWords,
  type Wording,
  type WordingFault,
} from '../model/notices.ts'
import { cleanLine } from './text.ts'

type Piece = { readonly text: string } | { readonly name: ParamName } | { readonly optional: readonly Piece[] }

/** What is wrong with an edited wording, all at once; empty when it may be used. */
export function faultsOfWording(wording: Wording, template: TemplateWords): readonly PlacedFault[] {
  const faults: PlacedFault[] = []
  for (const tongue of ['zh', 'en'] as const) {
    for (const part of ['title', 'text'] as const) {
      const found = faultsOfText(wording[part][tongue], template, part)
      faults.push(...found.map((fault) => ({ ...fault, part, tongue })))
    }
  }
  return faults
}

function faultsOfText(text: string, template: TemplateWords, part: 'title' | 'text'): WordingFault[] {
  const allowed: readonly string[] = [...template.must, ...template.may]
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const faults: WordingFault[] = names
    .filter((name) => !allowed.includes(name))
    .map((name) => ({ fault: 'unknown-param', name }))
  const marks = text.replace(/\{[^{}]*\}/g, '')
  const isPaired = /^[^[\]{}]*(\[[^[\]{}]*\][^[\]{}]*)*$/.test(marks)
  if (!isPaired) return [...faults, { fault: 'bracket-unpaired' }]
  if (part === 'title') return names.includes('code') ? [...faults, { fault: 'secret-in-title' }] : faults
  const firm = text.replace(/\[[^\]]*\]/g, '')
  for (const name of template.must) if (!firm.includes(`{${name}}`)) faults.push({ fault: 'must-missing', name })
  return faults
}

export type Rendered = { readonly title: string; readonly text: string; readonly missing: readonly ParamName[] }

/**
 * A notice in one tongue. A part in brackets is said only when everything in it is known; what is missing elsewhere
 * shows as … and is named. With `mask` secrets are covered, as the log shows them.
 */
export function render(wording: Wording, params: NoticeParams, how: { tongue: Tongue; mask?: boolean }): Rendered {
  const missing: ParamName[] = []
  const say = (part: Said) =>
    piecesOf(part[how.tongue])
      .map((piece) => sayPiece(piece, params, how, missing))
      .join('')
  return { title: say(wording.title), text: say(wording.text), missing }
}

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\[([^\]]*)\]|\{(\w+)\}|[^[{]+|[[{]/g)].map(([whole, optional, name]) => {
    if (optional !== undefined) return { optional: piecesOf(optional) }
    return name !== undefined && isParam(name) ? { name } : { text: whole }
  })
}

const isParam = (name: string): name is ParamName => Object.hasOwn(paramKinds, name)

function sayPiece(
  piece: Piece,
  params: NoticeParams,
  how: { tongue: Tongue; mask?: boolean },
  missing: ParamName[],
): string {
  if ('text' in piece) return piece.text
  if ('name' in piece) {
    const value = sayParam(piece.name, params, how)
    if (value === null) missing.push(piece.name)
    return value ?? '…'
  }
  const unknown: ParamName[] = []
  const said = piece.optional.map((inner) => sayPiece(inner, params, how, unknown)).join('')
  return unknown.length === 0 ? said : ''
}

const LONGEST_PARAM = 60

function sayParam(name: ParamName, params: NoticeParams, how: { tongue: Tongue; mask?: boolean }): string | null {
  const value = params[name]
  if (value === null || value === undefined || value === '') return null
  const kind = paramKinds[name]
  if (kind === 'secret' && how.mask) return '••••'
  if (kind === 'moment') return typeof value === 'string' ? sayMoment(value, how.tongue) : null
  if (kind === 'name' && /^(unit_|capacity:)/.test(String(value))) return null
  const line = cleanLine(String(value))
  return line.ok ? [...line.text].slice(0, LONGEST_PARAM).join('') : null
}

/** The last moment of a day is said as the day: that is how people count. */
function sayMoment(text: string, tongue: Tongue): string | null {
  if (Number.isNaN(Date.parse(text))) return null
  const at = new Date(text).toISOString() as Instant
  const day = localDay(at)
  return (at === endOfDay(day) ? formatDay(day) : formatInstant(at))[tongue]
}

/** How many messages an SMS is billed as: seventy characters, or sixty-seven each when it takes more than one. */
export function smsParts(text: string): number {
  const length = text.length
  return length <= 70 ? 1 : Math.ceil(length / 67)
}
