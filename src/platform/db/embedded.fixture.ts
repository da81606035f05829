/** A process that uses the embedded server, for the tests: it says how it came in, and goes as it is told. */
import { createInterface } from 'node:readline'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { DatabaseTrouble } from './trouble.ts'

const say = (word: object): void => void process.stdout.write(`${JSON.stringify(word)}\n`)

try {
  const server = await startEmbedded(process.argv[2] ?? '', { disposable: process.argv[3] === 'disposable' })
  const pool = new pg.Pool({ ...server.connection, max: 2 })
  pool.on('error', () => {})
  say({ adopted: server.adopted, pid: server.pid, host: server.connection.host })
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'exit') process.exit(0)
    if (line === 'leave') {
      await pool.end()
      await server[Symbol.asyncDispose]()
      process.exit(0)
    }
    const { rows } = await pool.query(line)
    say(rows)
  }
} catch (error) {
  if (!(error instanceof DatabaseTrouble)) throw error
  say({ kind: error.kind, message: error.message })
  process.exit(error.exitCode)
}
