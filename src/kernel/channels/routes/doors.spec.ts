import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { createHttp } from '../../../platform/http/http.ts'
import { problems } from '../../../platform/http/problem.ts'
import { silentLog } from '../../../platform/log/log.ts'
import type { Capacity, HeldPost, ResidentWho, StaffWho, Who } from '../../organisations/model.ts'
import { channelsTown, district } from '../handle/channels.spec.ts'
import { channelRefusals } from '../words/channels.ts'
import { channelsRoutes } from './channels.ts'
import { callerOf, clientKey, expectClients } from './door.ts'

const post = (unit: `unit_${string}`, rights: readonly string[], capacities: readonly Capacity[]): HeldPost => ({
  id: 'post_1',
  unit,
  role: 'role_any',
  capacities,
  rights,
  scope: 'own',
  reach: [],
  below: [],
  grids: [],
  partTime: false,
})
const staff = (
  id: `staff_${string}`,
  unit: `unit_${string}`,
  rights: readonly string[],
  capacities: readonly Capacity[] = [],
): StaffWho => {
  return { kind: 'staff', id, name: '王工', district, unit, posts: [post(unit, rights, capacities)] }
}
const resident = (id: `person_${string}`): ResidentWho => ({ kind: 'resident', id, district })

const people = {
  li: resident('person_li'),
  chen: resident('person_chen'),
  wang: staff('staff_wang', 'unit_street', []),
  zhao: staff('staff_zhao', 'unit_bureau', ['channels.log'], ['verifier']),
  admin: staff('staff_admin', 'unit_centre', ['channels.manage']),
  elsewhere: { ...staff('staff_qian', 'unit_far', ['channels.*']), district: '349902' },
} as const satisfies Record<string, Who>
export type Name = keyof typeof people

/** The doors on a real server; who asks is named by a header, as the door of the people house would have found out. */
export async function doors(more: Parameters<typeof channelsTown>[0] = {}) {
  const town = await channelsTown(more)
  const { clock } = town
  const refusalWords = (code: string) => (channelRefusals as Record<string, { zh: string; en: string }>)[code]
  const http = await createHttp({
    clock,
    log: silentLog(clock),
    refusalWords,
    rate: null,
    marks: { inFlight: 1_000, delay: 60_000, few: 1_000 },
  })
  const plain = http as unknown as FastifyInstance
  const routes: string[] = []
  plain.addHook('onRoute', ({ method, url }) => void (method !== 'HEAD' && routes.push(`${method} ${url}`)))
  plain.decorateRequest('signed', null).decorateRequest('who', null)
  plain.addHook('onRequest', async (request) => {
    const who = people[String(request.headers['x-who']) as Name] ?? null
    request.who = who
    request.signed = who as typeof request.signed
  })
  expectClients(plain)
  const authority = { unitOf: () => 'unit_centre' }
  await plain.register(channelsRoutes({ ...town.parts, authority }))
  plain.get(
    '/api/called',
    { onRequest: clientKey(town.parts)('intake.write'), schema: { response: problems } },
    async (request) => callerOf(request),
  )
  onTestFinished(() => plain.close())
  const ask = async (who: Name | null, line: `${'GET' | 'POST' | 'PUT'} ${string}`, body?: object, headers = {}) => {
    const [method = 'GET', url = ''] = line.split(' ')
    const answer = await plain.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, ...(who === null ? {} : { 'x-who': who }) },
      ...(body === undefined ? {} : { payload: body }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers }
  }
  return { ...town, ask, routes }
}
