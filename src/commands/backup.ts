import { existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runCommand } from '../city/command.ts'
import { backupWords } from '../city/words.ts'
import { writeBackup } from '../platform/db/backup.ts'

/**
 * `npm run backup [-- <folder>]`: the database as it stands at one moment, and the files. The city goes on working.
 * The master key is not in it: who has the backup alone reads nothing personal.
 */
await runCommand(async ({ db, clock, config, args, say, progress }) => {
  const stamp = clock.now().slice(0, 19).replaceAll(/[-:]/g, '')
  const folder = resolve(args[0] ?? join(config.dataDir, 'backups', stamp))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { tables } = await writeBackup(db, join(folder, 'database.gz'), {
    clock,
    onProgress: ({ table, rows, nth, ofTables }) => progress(`${nth} / ${ofTables}  ${table}  ${rows}`),
  })
  const files = join(config.dataDir, 'files')
  // Files never change under their name, therefore copying while the city works misses nothing that the database names.
  if (existsSync(files)) await cp(files, join(folder, 'files'), { recursive: true, force: false })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(backupWords.written({ folder, tables: tables.length, rows, key: config.masterKeyFile }))
  return 0
})
