import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueKey } from '../src/kernel/channels/handle/clients.ts'
import { putOffer } from '../src/modules/exchange/store/requests.ts'
import { type TownWithDoors, townWithDoors } from './town-doors.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

let here: TownWithDoors
beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
})
afterAll(() => here.close())

/** What the client says when it is done, and how it ended. */
function walk(args: readonly string[]): Promise<{ readonly said: string; readonly code: number | null }> {
  const client = spawn('python3', [join(import.meta.dirname, 'open311_client.py'), ...args])
  let said = ''
  for (const stream of [client.stdout, client.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((done) => client.on('close', (code) => done({ said, code })))
}

test.runIf(hasPython)(
  'a client in another tongue, written from the specification alone, finds nothing wrong',
  async () => {
    const by = { district: '349901', who: 'staff_admin', unit: null, ip: '127.0.0.1', at: here.clock.now() }
    const { key } = await issueKey(here.app.city, by, {
      name: '独立客户端',
      rights: ['intake.write'],
      perMinute: 1_000,
    })
    await putOffer(
      here.db,
      '349901',
      { matter: 'matter_road-damage', type: 'batch', offered: true },
      { at: by.at, by: by.who },
    )
    const url = await here.app.http.listen({ host: '127.0.0.1', port: 0 })
    const { said, code } = await walk([url, key, 'road-damage'])
    expect(code, said).toBe(0)
    expect(JSON.parse(said)).toMatchObject({ failures: [] })
  },
  240_000,
)
