import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'dispatch-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The first run may build the server. Milliseconds. */
const WITH_BUILD = 60_000

function run(verb: string, lines: readonly unknown[]) {
  const file = join(folder, `${verb}.jsonl`)
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const command = join(import.meta.dirname, '../../scripts/run.mjs')
  return spawnSync(process.execPath, [command, 'dispatch', verb, file, '--threads', '1'], { encoding: 'utf8' })
}

const odd = [
  '路',
  '😀🚧😀',
  '路'.repeat(33_334),
  'Hello 路灯 привет лампа مرحبا',
  '我們小區的路燈壞了，請儘快維修。',
  'qwrtp zxcvb asdfg 0x7f \u0001',
]

test(
  'classify answers every odd letter, names the lines it cannot read and says so by its exit',
  () => {
    const { stdout, stderr, status } = run('classify', [
      ...odd.map((detail) => ({ topic: '', detail })),
      { topic: '', detail: '' },
      'no json',
      { topic: 7, detail: 'x' },
    ])
    expect(status, stderr).toBe(4)
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toHaveLength(odd.length)
    for (const { confidence, label, silence } of answers) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(label === null).toBe(silence !== undefined)
    }
    expect(answers[1]).toMatchObject({ label: null, silence: '没有可以识别的文字' })
    for (const line of [7, 8, 9]) expect(stderr).toMatch(new RegExp(`line ${line}:`))
  },
  WITH_BUILD,
)

test(
  'evaluate measures odd letters; a file without a labelled one has nothing to measure',
  () => {
    const measured = run(
      'evaluate',
      odd.map((detail) => ({ topic: '', detail, label: '城乡建设' })),
    )
    expect(measured.status, measured.stderr).toBe(0)
    expect(measured.stdout).toContain(`${odd.length} letters, accuracy`)
    const empty = run('evaluate', [])
    expect(empty.status).toBe(3)
    expect(empty.stderr).toContain('There is no labelled letter to measure')
  },
  WITH_BUILD,
)
