import { xmlEvents } from '../../../platform/tables/xml.ts'
import type { RemoteRequest } from '../model/partners.ts'

type Record1 = Readonly<Record<string, unknown>>

const LONGEST = 2_000

/** One value as a line of text; null where it is empty or no text at all. Other systems send numbers for texts. */
function lineOf(row: Record1, name: string): string | null {
  const value = Object.hasOwn(row, name) ? row[name] : undefined
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim().slice(0, LONGEST)
  return text === '' ? null : text
}

/**
 * The rows of an answer in either format, whatever its content type says; null where it is neither. Rows that are none
 * are left out.
 */
export function rowsOf(text: string, item: string): readonly Record1[] | null {
  const trimmed = text.trimStart()
  try {
    return trimmed.startsWith('<') ? xmlRows(trimmed, item) : jsonRows(JSON.parse(trimmed), item)
  } catch {
    return null // neither JSON nor XML
  }
}

function jsonRows(value: unknown, item: string): readonly Record1[] | null {
  const list = Array.isArray(value) ? value : insideOf(value, item)
  return list === null ? null : list.filter((row): row is Record1 => typeof row === 'object' && row !== null)
}

/** Some servers keep the name of the list, or of the one thing in it. */
function insideOf(value: unknown, item: string): unknown[] | null {
  if (typeof value !== 'object' || value === null) return null
  const known = Object.values(value).find(Array.isArray)
  if (known) return known as unknown[]
  return item in value ? [(value as Record1)[item]] : [value]
}

function xmlRows(text: string, item: string): readonly Record1[] {
  const rows: Record<string, string>[] = []
  let row: Record<string, string> | null = null
  let field = ''
  let depth = 0
  for (const event of xmlEvents(text)) {
    if (event.kind === 'open') {
      if (row === null && event.name === item) row = {}
      else if (row !== null && ++depth === 1) field = event.name
    } else if (event.kind === 'text') {
      if (row !== null && depth === 1) row[field] = (row[field] ?? '') + event.text
    } else if (row !== null) {
      if (depth > 0) depth--
      else {
        rows.push(row)
        row = null
      }
    }
  }
  return rows
}

const requestOf = (row: Record1): RemoteRequest => {
  const status = lineOf(row, 'status')?.toLowerCase()
  return {
    id: lineOf(row, 'service_request_id'),
    token: lineOf(row, 'token'),
    status: status === 'open' || status === 'closed' ? status : null,
    notes: lineOf(row, 'status_notes'),
    notice: lineOf(row, 'service_notice'),
    description: lineOf(row, 'description'),
  }
}

/** The requests of an answer; null where it cannot be read. */
export const readRequests = (text: string): readonly RemoteRequest[] | null =>
  rowsOf(text, 'request')?.map(requestOf) ?? null

/** What the other side says went wrong, in one line; its own words where it says nothing that can be read. */
export function readError(text: string): string {
  const said = (rowsOf(text, 'error') ?? []).flatMap((row) => lineOf(row, 'description') ?? [])
  return (said.length > 0 ? said.join('; ') : text.replace(/\s+/g, ' ').trim()).slice(0, 300)
}

export type RemoteService = { readonly code: string; readonly name: string }

export const readServices = (text: string): readonly RemoteService[] | null =>
  rowsOf(text, 'service')?.flatMap((row) => {
    const code = lineOf(row, 'service_code')
    return code === null ? [] : [{ code, name: lineOf(row, 'service_name') ?? code }]
  }) ?? null
