import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { photosOf } from '../../../kernel/cases/store/photos.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { sendOpenFile } from '../../../platform/files/doors.ts'
import { isFileKey } from '../../../platform/files/model.ts'
import { jurisdictionOf } from '../handle/jurisdiction.ts'
import { requestTrees } from '../handle/listing.ts'
import type { ExchangeParts } from '../handle/parts.ts'
import { serviceOf, servicesNow } from '../handle/services.ts'
import { ENDPOINT, type Faults, SPECIFICATION, type Tree } from '../model/georeport.ts'
import { definitionTree, serviceTree } from '../rules/present.ts'
import { type Arguments, faultsOf, readQuestion } from '../rules/question.ts'
import { writeW3 } from '../rules/w3-time.ts'
import { changedLast, isPublicPicture, requestOfToken, requestsFor } from '../store/requests.ts'
import { georeportWords, publicWords } from '../words/georeport.ts'
import { answer, answerAsPrescribed, answerNo, namedFormat, tongueFor } from './answering.ts'
import { readForms } from './form-body.ts'
import { postingRoute } from './posting.ts'

const tags = ['open311']
type Answered = { readonly root: string; readonly tree: Tree } | Faults
type Reading = (request: FastifyRequest, name: string, given: Arguments) => Promise<Answered>

const argument = (description: string) => Type.Optional(Type.Unknown({ description }))
const jurisdiction = { jurisdiction_id: argument('optional: one jurisdiction is served here') }
const asked = {
  ...jurisdiction,
  service_request_id: argument('comma delimited; overrides all others'),
  service_code: argument('comma delimited'),
  start_date: argument('W3C date and time; at most 90 days before end_date'),
  end_date: argument('W3C date and time'),
  status: argument('open, closed'),
  updated_after: argument('extension: W3C date and time'),
  updated_before: argument('extension: W3C date and time'),
  lat: argument('extension: centre, with long'),
  long: argument('extension'),
  radius: argument('extension: metres, 1000 when left out'),
  page: argument('extension: from 1'),
  page_size: argument('extension: at most 1000'),
  extensions: argument('extension: true for extended_attributes and notes'),
}
const open = (properties: Record<string, TSchema>) => Type.Object(properties, { additionalProperties: true })

/**
 * Open311 GeoReport v2. Its own error bodies, formats and leniencies hold here and nowhere else: an argument that is not
 * known is ignored, one left empty is as if it had not been given.
 */
export const georeportRoutes =
  (parts: ExchangeParts) =>
  async (http: FastifyInstance): Promise<void> => {
    answerAsPrescribed(http)
    readForms(http)
    const read = reader(http, parts)
    discoveryRoutes(read, parts)
    serviceRoutes(read, parts)
    requestRoutes(read, parts)
    pictureRoute(http, parts)
    postingRoute(http, parts)
    http.all('/api/exchange/open311/*', { schema: { hide: true, querystring: open({}) } }, async (request, reply) =>
      answerNo(request, reply, faultsOf(404, georeportWords.noSuchResource)),
    )
  }

type Read = (route: { url: string; summary: string; query?: Record<string, TSchema> }, read: Reading) => void

/** A reading route: the format from the address, the jurisdiction from the arguments, then what it reads. */
function reader(http: FastifyInstance, parts: ExchangeParts): Read {
  return ({ url, summary, query = jurisdiction }, reading) => {
    const schema = { tags, summary, querystring: open(query) }
    http.get(url, { schema }, async (request, reply) => {
      const { name: named = '', format: suffix } = request.params as { name?: string; format?: string }
      const { name, format, given } = namedFormat(suffix === undefined ? named : `${named}.${suffix}`)
      if (format === null) return answerNo(request, reply, faultsOf(404, georeportWords.wrongFormat(given)))
      return finish(request, reply, await readAs(request, name, { parts, reading }))
    })
  }
}

async function readAs(request: FastifyRequest, name: string, by: { parts: ExchangeParts; reading: Reading }) {
  const query = request.query as Arguments
  const here = jurisdictionOf(by.parts, query)
  return here.ok ? by.reading(request, name, query) : here
}

const finish = (request: FastifyRequest, reply: FastifyReply, found: Answered): FastifyReply =>
  'tree' in found ? answer(request, reply, found.root, found.tree) : answerNo(request, reply, found)

function discoveryRoutes(read: Read, parts: ExchangeParts): void {
  const summary = 'Where which interface is offered'
  const reading: Reading = async (request) => {
    const tongue = tongueFor(request)
    const { db, district, clock, config, publicUrl } = parts
    const changeset = writeW3((await changedLast(db, district)) ?? clock.now())
    const formats = ['text/xml', 'application/json']
    const type = config.demo ? 'test' : 'production'
    const endpoint = { specification: SPECIFICATION, url: `${publicUrl}${ENDPOINT}`, changeset, type, formats }
    const contact = publicWords.contact(config.cityName)[tongue]
    const tree = { changeset, contact, key_service: publicWords.keyService[tongue], endpoints: [endpoint] }
    return { root: 'discovery', tree }
  }
  for (const base of ['/api/exchange/open311', ENDPOINT])
    for (const url of [`${base}/discovery`, `${base}/discovery.:format`]) read({ url, summary }, reading)
}

function serviceRoutes(read: Read, parts: ExchangeParts): void {
  const { district, clock } = parts
  const list: Reading = async (request) => {
    const day = localDay(clock.now())
    const services = await servicesNow(parts, district)
    return { root: 'services', tree: services.map((service) => serviceTree(service, day, tongueFor(request))) }
  }
  for (const url of [`${ENDPOINT}/services`, `${ENDPOINT}/services.:format`])
    read({ url, summary: 'What may be reported' }, list)
  read({ url: `${ENDPOINT}/services/:name`, summary: 'What a service asks for' }, async (request, code) => {
    const service = await serviceOf(parts, district, code)
    if (service === null) return faultsOf(404, georeportWords.serviceUnknown(code))
    return { root: 'service_definition', tree: definitionTree(service, tongueFor(request)) }
  })
}

function requestRoutes(read: Read, parts: ExchangeParts): void {
  const { db, district, clock } = parts
  const list: Reading = async (request, _name, given) => {
    const question = readQuestion(given, clock.now())
    if (!question.ok) return question
    const rows = await requestsFor(db, district, question)
    const showing = { tongue: tongueFor(request), extensions: question.extensions }
    return { root: 'service_requests', tree: await requestTrees(parts, district, rows, showing) }
  }
  for (const url of [`${ENDPOINT}/requests`, `${ENDPOINT}/requests.:format`])
    read({ url, summary: 'Requests and where they stand', query: asked }, list)
  const one = { ...jurisdiction, extensions: asked.extensions }
  read({ url: `${ENDPOINT}/requests/:name`, summary: 'One request', query: one }, async (request, id, given) => {
    const question = readQuestion({ service_request_id: id, extensions: given.extensions }, clock.now())
    const rows = question.ok ? await requestsFor(db, district, question) : []
    if (!question.ok || rows.length === 0) return faultsOf(404, georeportWords.requestUnknown(id))
    const showing = { tongue: tongueFor(request), extensions: question.extensions }
    return { root: 'service_requests', tree: await requestTrees(parts, district, rows, showing) }
  })
  read({ url: `${ENDPOINT}/tokens/:name`, summary: 'The number behind a token' }, async (_request, token) => {
    const row = await requestOfToken(db, district, token)
    if (row === null) return faultsOf(404, georeportWords.tokenUnknown(token))
    return { root: 'service_requests', tree: [{ service_request_id: row.number, token }] }
  })
}

/** A picture that came in with a request; nothing else that lies in the city's files. */
function pictureRoute(http: FastifyInstance, { db, district, files }: ExchangeParts): void {
  const params = Type.Object({ picture: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
  const schema = { tags, summary: 'A picture of a request', params, querystring: open({}) }
  http.get('/api/exchange/open311/media/:picture', { schema }, async (request, reply) => {
    const { picture } = request.params as { picture: string }
    const photo =
      (await isPublicPicture(db, district, picture)) && (await photosOf(db, district, [picture])).get(picture)
    const key = photo ? `${picture}.${photo.kind}` : ''
    const file = isFileKey(key) ? await files.open(key) : null
    return file === null || !isFileKey(key)
      ? answerNo(request, reply, faultsOf(404, georeportWords.noSuchResource))
      : sendOpenFile(request, reply, key, file)
  })
}
