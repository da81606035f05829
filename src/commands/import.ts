import { createReadStream, existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileMessages } from '../../seed/file-messages.ts'
import { type Command, runCommand } from '../city/command.ts'
import { createEngine } from '../city/engine.ts'
import { openKeys } from '../city/ground.ts'
import { plantDistrict } from '../city/plant.ts'
import { importWords } from '../city/words.ts'
import type { FiledMessage, MessageFormat } from '../kernel/channels/model/messages.ts'
import { readMessages } from '../kernel/channels/rules/read-messages.ts'
import { rowTroubleSaid } from '../kernel/channels/words/rows.ts'
import { mattersInForce } from '../kernel/matters/store/versions.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { DAY, turnableClock } from '../platform/time.ts'

const USAGE_EXIT = 2
const UNREAD_EXIT = 3
const formats: Readonly<Record<string, MessageFormat>> = { '.jsonl': 'jsonl', '.csv': 'csv', '.xlsx': 'xlsx' }

/**
 * `npm run import -- <file> [--atomic] [--until-today]`: files messages at their own dates, or moved so that the last
 * is of today. Given twice, the same message is filed once.
 */
await runCommand(async (command) => {
  const { args, say } = command
  const file = args.find((arg) => !arg.startsWith('--'))
  const format = file && formats[extname(file).toLowerCase()]
  if (!file || !format) {
    say(importWords.usage)
    return USAGE_EXIT
  }
  if (!existsSync(file)) {
    say(importWords.noFile(file))
    return UNREAD_EXIT
  }
  const read = await readMessages(createReadStream(file), {
    format,
    now: command.clock.now(),
    wholeOrNothing: args.includes('--atomic'),
    onProgress: ({ rows }) => command.progress(`${rows}`),
  })
  for (const trouble of read.troubles) say(rowTroubleSaid(trouble))
  if (!read.ok) {
    say(importWords.unread(read.refusal))
    return UNREAD_EXIT
  }
  await fileAll(command, basename(file), read.messages)
  const days = read.messages.map(({ at }) => localDay(at)).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  say(
    importWords.filed({
      filed: read.messages.length,
      wrong: new Set(read.troubles.map(({ row }) => row)).size,
      repeats: read.repeats.length,
      first,
      last,
    }),
  )
  return 0
})

async function fileAll(command: Command, source: string, messages: readonly FiledMessage[]): Promise<void> {
  const { db, config, args, progress } = command
  const { district } = config
  const now = command.clock.now()
  const { crypto, master } = openKeys(config)
  await plantDistrict(db, district, now)
  const clock = turnableClock(now)
  const engine = createEngine({ db, clock, crypto, master })
  const last = messages.reduce((latest, { at }) => (at > latest ? at : latest), messages[0]?.at ?? now)
  const shiftDays = args.includes('--until-today') ? Math.floor((Date.parse(now) - Date.parse(last)) / DAY) : 0
  const scripts = await fileMessages(
    {
      engine,
      clock,
      crypto,
      district,
      source,
      shiftDays,
      matters: (await mattersInForce(db, district, localDay(now))).filter(({ procedure }) => procedure === 'orders'),
      onProgress: (filed, of) => progress(`${filed} / ${of}`),
    },
    messages,
  )
  const folder = join(config.dataDir, 'replay')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines = scripts.map((script) => JSON.stringify(script)).join('\n')
  await writeFile(join(folder, `${source}.scripts.jsonl`), `${lines}\n`, { mode: 0o600 })
}
