import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runCommand } from '../city/command.ts'
import { backupWords } from '../city/words.ts'
import { restoreBackup } from '../platform/db/restore.ts'

/** Exit code of a command that was called without what it needs. */
const USAGE_EXIT = 2

/** `npm run restore -- <folder>`: fills an empty city from a backup, all of it or nothing. */
await runCommand(async ({ db, config, args, say, progress }) => {
  if (args[0] === undefined) {
    say(backupWords.usage)
    return USAGE_EXIT
  }
  const folder = resolve(args[0])
  const { tables } = await restoreBackup(db, join(folder, 'database.gz'), ({ table, rows, nth }) =>
    progress(`${nth}  ${table}  ${rows}`),
  )
  const files = join(folder, 'files')
  if (existsSync(files)) await cp(files, join(config.dataDir, 'files'), { recursive: true })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(backupWords.restored({ folder, tables: tables.length, rows, key: config.masterKeyFile }))
  return 0
})
