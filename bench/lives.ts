import { DEMO_PASSWORD } from '../src/kernel/organisations/seed/organisations.ts'
import type { Client } from './client.ts'

const UNIT = 'unit_chengguan'
const accounts = {
  intake: 'shouli1',
  dispatcher: 'paidan1',
  handler: 'chengguan.chengban',
  head: 'chengguan.kezhang',
  verifier: 'hecha1',
  steward: 'huifang1',
  screen: 'duban1',
} as const
export type Part = keyof typeof accounts
export type Tokens = Readonly<Record<Part | 'resident', string>>

/** One telephone gets one code a minute; a city that is measured again needs another. */
const anybody = (): string => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`

/** Signs in everybody who takes part in a life. */
export async function signInAll(client: Client, phone = anybody()): Promise<Tokens> {
  const tokens: Partial<Record<Part | 'resident', string>> = {}
  for (const [part, account] of Object.entries(accounts)) {
    const answer = await client.call('POST', '/api/people/staff/sign-in', {
      body: { account, password: DEMO_PASSWORD },
    })
    const { token } = answer.body as { token?: string }
    if (!token) throw new Error(`${account} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`)
    tokens[part as Part] = token
  }
  const { body } = await client.call('POST', '/api/people/request-code', { body: { phone } })
  const { code } = body as { code: string }
  const resident = await client.call('POST', '/api/people/sign-in', { body: { phone, code } })
  const { token } = resident.body as { token?: string }
  if (!token) throw new Error(`the resident cannot sign in: ${JSON.stringify(resident.body)}`)
  return { ...tokens, resident: token } as Tokens
}

type Step = readonly [who: Part | 'resident', move: string, fields: Readonly<Record<string, unknown>>]

/** Accept, dispatch, sign, handle, review, verify, rate, close: the moves after the filing. */
const steps: readonly Step[] = [
  ['intake', 'accept', {}],
  ['dispatcher', 'dispatch', { unit: UNIT }],
  ['handler', 'sign', { triage: 'can' }],
  ['handler', 'reply', { answer: '已更换灯头，当晚恢复照明，今后每周巡查一次。', outcome: 'solved', evidence: [] }],
  ['head', 'approveReply', {}],
  ['verifier', 'verify', { how: 'on-site', finding: '到场查看，灯已亮，与答复一致。' }],
  ['resident', 'rate', { stars: 5, text: '谢谢' }],
  ['steward', 'close', {}],
]

export const MOVES_PER_LIFE = steps.length + 1

/** The resident's letter about a lamp; the same key is the same letter. */
export const fileLamp = (client: Client, tokens: Tokens, key: string) =>
  client.call('POST', '/api/orders', {
    token: tokens.resident,
    key,
    body: {
      title: `路灯不亮 ${key}`,
      text: '桥头社区东门外的路灯从周五晚上起不亮，老人晚上出门看不清台阶，请尽快修理。',
      place: '桥头社区东门',
      contact: {},
      photos: [],
    },
  })

/** One whole life over HTTP; every answer that is not a yes is an error. `told` hears of each acknowledged act. */
export async function liveOne(
  client: Client,
  tokens: Tokens,
  key: string,
  told: (ms: number, id: string, move: string) => void,
): Promise<string> {
  const filed = await fileLamp(client, tokens, `${key}.file`)
  if (filed.status !== 201) throw new Error(`file: ${filed.status} ${JSON.stringify(filed.body)}`)
  const { id } = filed.body as { id: string }
  told(filed.ms, id, 'file')
  for (const [who, move, fields] of steps) {
    const house = who === 'resident' ? 'orders' : 'cases'
    const answer = await client.call('POST', `/api/${house}/${id}/moves/${move}`, {
      token: tokens[who],
      key: `${key}.${move}`,
      body: { fields },
    })
    if (answer.status !== 200) throw new Error(`${move}: ${answer.status} ${JSON.stringify(answer.body)}`)
    told(answer.ms, id, move)
  }
  return id
}
