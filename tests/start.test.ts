import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { processWords } from '../src/platform/process/words.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'yiwang-start-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 }))

function start(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close').then(([code]) => ({ code, output }))
  return { child, ended, said: (words: RegExp) => saidBy(child, () => output, words) }
}

/** Waits until the process has said it, or has ended without. */
async function saidBy(child: ChildProcess, output: () => string, words: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = words.exec(output())
    if (found) return found
    if (child.exitCode !== null) throw new Error(`ended without a word of it: ${output()}`)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')])
  }
}

const OPEN = /is open at (http:\S+)/

test('one command opens the demo: address, accounts and pages; a signal closes it in order; the next start finds its data', async () => {
  const first = start({}, 'start')
  const [welcome, url] = await first.said(/is open at (http:\S+)[\s\S]*admin\S* .*\n/)
  expect(welcome).toContain('密码')
  expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ ok: true })
  expect((await fetch(`${url}/desk/any/place`)).headers.get('content-type')).toContain('text/html')
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)

  const second = start({}, 'start')
  await second.said(OPEN)
  second.child.kill('SIGINT')
  const { code, output } = await second.ended
  expect(code).toBe(0)
  expect(output).not.toContain('"migrated"')
}, 120_000)

test('a taken port, a wrong setting and an unknown command end in one sentence and a number, never in a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const endings = await Promise.all([
    start({ PORT: String(port) }, 'start').ended,
    start({ PORT: 'harbour' }, 'start').ended,
    start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'start').ended,
    start({}, 'sing').ended,
  ])
  other.close()
  expect(endings.map(({ code }) => code)).toEqual([11, 10, 23, 15])
  for (const { output } of endings) {
    expect(output).toMatch(/[。，：]/)
    expect(output).not.toMatch(/^\s+at /m)
  }
}, 120_000)

test('a taken port is told before anything is built or opened', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const untouched = join(dataDir, 'untouched')
  const { code, output } = await start({ PORT: String(port), DATA_DIR: untouched }, 'start').ended
  other.close()
  const { zh, en } = processWords.portTaken(port)
  expect([code, output]).toEqual([11, `${zh}\n${en}\n`])
  expect(existsSync(untouched)).toBe(false)
})
