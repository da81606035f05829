import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import type { Names } from '../../../kernel/cases/rules/present.ts'
import { stageLabel, stageSentence } from '../../../kernel/cases/rules/present.ts'
import type { OpenedEvent } from '../../../kernel/cases/rules/present-timeline.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import { outcomeWords } from '../../../kernel/cases/words/fields.ts'
import { phaseWords } from '../../../kernel/cases/words.ts'
import type { Matter } from '../../../kernel/matters/model.ts'
import { promiseOn } from '../../../kernel/matters/rules/promises.ts'
import { formatTerm } from '../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Said, Tongue } from '../../../platform/words.ts'
import type { Attribute, ServiceType, Tree } from '../model/georeport.ts'
import type { PublicRow, ToldPublicly } from '../model/public.ts'
import { insideWords, publicWords } from '../words/georeport.ts'
import { writeW3 } from './w3-time.ts'

const PREFIX = 'matter_'

/** `street-lamp`: the id of the matter without what every id begins with. */
export const codeOf = (matter: string): string => (matter.startsWith(PREFIX) ? matter.slice(PREFIX.length) : matter)
export const matterOf = (code: string): Matter['id'] => `${PREFIX}${code}`

export type Service = {
  readonly matter: Matter
  readonly type: ServiceType
  readonly attributes: readonly Attribute[]
}

/** One service of the list. */
export function serviceTree({ matter, type, attributes }: Service, day: Day, tongue: Tongue): Tree {
  const promise = promiseOn(matter, 'handle', day)
  const term = promise && formatTerm(promise.term)[tongue]
  return {
    service_code: codeOf(matter.id),
    service_name: matter.name[tongue],
    description: publicWords.description(matter.category.join(' / '), term)[tongue],
    metadata: attributes.length > 0,
    type,
    keywords: matter.intakeWords.join(', '),
    group: matter.category[0] ?? '',
  }
}

export const definitionTree = ({ matter, attributes }: Service, tongue: Tongue): Tree => ({
  service_code: codeOf(matter.id),
  attributes: attributes.map((attribute) => ({
    variable: true,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: attribute.datatypeDescription?.[tongue] ?? null,
    order: attribute.order,
    description: attribute.description[tongue],
    ...(attribute.values.length > 0 && {
      values: attribute.values.map(({ key, name }) => ({ key, name: name[tongue] })),
    }),
  })),
})

export type Shown = {
  readonly row: PublicRow
  readonly opened: readonly OpenedEvent[]
  readonly told: ToldPublicly
  readonly procedure: AnyProcedure
  readonly names: Names
  readonly publicUrl: string
  readonly extensions: boolean
}

/**
 * A request as everybody may read it: no name, no number, nothing internal; what people wrote is covered where it names
 * somebody, and is gone with the key of whoever wrote it.
 */
export function requestTree(shown: Shown, tongue: Tongue): Tree {
  const { row, names, extensions } = shown
  const words = wordsTold(shown)
  const isGone = words === null
  return {
    service_request_id: row.number,
    status: row.settled ? 'closed' : 'open',
    status_notes: notesOf(shown)[tongue],
    service_name: names.matter(row.matter, row.matterVersion)[tongue],
    service_code: codeOf(row.matter),
    description: words?.description || null,
    agency_responsible: row.unit === null || row.phase === 'filed' ? null : names.unit(row.unit),
    service_notice: row.due === null || row.settled ? null : publicWords.noticeDue(dayAndTime(row.due))[tongue],
    requested_datetime: writeW3(row.filedAt),
    updated_datetime: writeW3(row.settled ? closedAt(shown) : row.changedAt),
    expected_datetime: row.due === null || row.settled ? null : writeW3(row.due),
    address: words?.place ?? null,
    address_id: row.addressId,
    zipcode: null,
    lat: isGone ? null : row.lat,
    long: isGone ? null : row.long,
    media_url: isGone ? null : mediaOf(shown),
    ...(extensions && extended(shown, tongue)),
  }
}

const dayAndTime = (at: Instant): Said => ({ zh: writeW3(at), en: writeW3(at) })

export const mediaPath = (picture: string): string => `/api/exchange/open311/media/${picture}`

const mediaOf = ({ row, publicUrl }: Shown): string | null =>
  row.picture === null ? row.mediaUrl : `${publicUrl}${mediaPath(row.picture)}`

/** What was told, as far as it was meant for everybody; null once it is destroyed. */
function wordsTold({ opened: [filed] }: Shown): { readonly description: string; readonly place: string | null } | null {
  const told = filed?.secret
  if (!told || told === 'destroyed') return null
  const text = String(told.text ?? '')
  const end = text.indexOf(insideWords.mark)
  const place = typeof told.place === 'string' && told.place !== '' ? maskPersonal(told.place) : null
  return { description: maskPersonal((end < 0 ? text : text.slice(0, end)).trim()), place }
}

/** Where the request stands in our richer states, and the answer once it is given. */
function notesOf({ row, told, names, procedure }: Shown): Said {
  const { answer } = told
  const label = stageLabel(names.words, procedure.name, row.stage)
  const said = publicWords.notes(label, stageSentence(names.words, procedure.name, row.stage))
  const outcome = outcomeWords[row.outcome as keyof typeof outcomeWords] as Said | undefined
  if (answer === null) return said
  const masked = maskPersonal(answer)
  const how = outcome && row.settled ? outcome : label
  return publicWords.notes(how, { zh: masked, en: masked })
}

/** When it was closed last; what is filed away afterwards closes nothing again. */
function closedAt({ opened, procedure, row }: Shown): Instant {
  let closed: Instant | null = null
  for (const { event } of opened) {
    const { body } = event
    const settled = 'to' in body && procedure.stages[body.to]?.settled === true
    closed = settled ? (closed ?? event.at) : null
  }
  return closed ?? row.changedAt
}

function extended({ row, told, names, procedure }: Shown, tongue: Tongue) {
  return {
    extended_attributes: {
      stage: row.stage,
      stage_name: stageLabel(names.words, procedure.name, row.stage)[tongue],
      phase: row.phase,
      phase_name: phaseWords[row.phase as keyof typeof phaseWords]?.[tongue] ?? row.phase,
      outcome: row.outcome,
      category: row.category,
      kind: row.kind,
      channel: row.channel,
      area: row.area,
      overdue: row.overdue,
    },
    notes: told.steps.map(({ at, event, sentence }) => ({
      datetime: writeW3(at),
      type: event,
      description: sentence[tongue],
    })),
  }
}
