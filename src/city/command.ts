import { type Config, readConfig } from '../platform/config/config.ts'
import type { OpenDb } from '../platform/db/connect.ts'
import { createLog, type Log } from '../platform/log/log.ts'
import { endWith } from '../platform/process/trouble.ts'
import { type Clock, systemClock } from '../platform/time.ts'
import type { Said } from '../platform/words.ts'
import { openDatabase } from './database.ts'

export type Command = {
  readonly db: OpenDb
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
  /** What stands after the name of the command. */
  readonly args: readonly string[]
  /** A line for the person who waits, in both tongues. */
  say(words: Said): void
  /** How far it is, on one line that is written over; only where somebody watches. */
  progress(text: string): void
}

/** Runs a command on the city's database and ends the process: 0 done, 1 unexpected, or the number the command answers. */
export async function runCommand(work: (command: Command) => Promise<number | undefined>): Promise<void> {
  try {
    const config = readConfig()
    const log = createLog({ level: 'warn', clock: systemClock, write: (line) => process.stderr.write(line) })
    const { db, clock } = await openDatabase(config, log)
    const screen = writer()
    try {
      process.exitCode = (await work({ db, clock, config, log, args: process.argv.slice(2), ...screen })) ?? 0
    } finally {
      screen.progress('')
      await db[Symbol.asyncDispose]()
    }
  } catch (error) {
    process.exitCode = endWith(error)
  }
}

/** Lines for the person who waits, and one that is written over. */
export function writer() {
  let isDirty = false
  const clear = () => {
    if (isDirty) process.stderr.write('\r\x1b[K')
    isDirty = false
  }
  return {
    say({ zh, en }: Said) {
      clear()
      process.stdout.write(`${zh}\n${en}\n`)
    },
    progress(text: string) {
      clear()
      if (text === '' || !process.stderr.isTTY) return
      process.stderr.write(text)
      isDirty = true
    },
  }
}
