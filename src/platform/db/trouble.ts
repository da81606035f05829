import type { Said } from '../words.ts'
import { troubleWords } from './words.ts'

/** Everything that can keep the city from its database, each with an exit code of its own. */
export type TroubleKind =
  | 'no-space'
  | 'wrong-data-version'
  | 'socket-taken'
  | 'data-in-use'
  | 'unreachable'
  | 'no-permission'
  | 'wrong-password'
  | 'database-missing'
  | 'server-too-old'
  | 'not-postgres'
  | 'no-binaries'
  | 'start-failed'
  | 'migration-edited'
  | 'migration-unknown'
  | 'migration-failed'
  | 'not-empty'
  | 'backup-damaged'
  | 'backup-mismatch'

/** Exit codes begin at 20: below stand the shell's own and Node's. */
export const exitCodes = {
  'no-space': 20,
  'wrong-data-version': 21,
  'socket-taken': 22,
  unreachable: 23,
  'no-permission': 24,
  'wrong-password': 25,
  'database-missing': 26,
  'server-too-old': 27,
  'not-postgres': 28,
  'data-in-use': 29,
  'no-binaries': 30,
  'start-failed': 31,
  'migration-edited': 32,
  'migration-unknown': 33,
  'migration-failed': 34,
  'not-empty': 35,
  'backup-damaged': 36,
  'backup-mismatch': 37,
} as const satisfies Record<TroubleKind, number>

/** A failure that an operator can mend; its message says how, in both tongues. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble'
  readonly kind: TroubleKind
  readonly exitCode: number
  readonly said: Said

  /** @param about what it happened to: a path, an address, a file name. Never a password. */
  constructor(kind: TroubleKind, about: string, cause?: unknown) {
    const said = troubleWords[kind](about)
    super(`${said.zh}\n${said.en}`, { cause })
    this.kind = kind
    this.exitCode = exitCodes[kind]
    this.said = said
  }
}

/** The machine's and the server's error codes, put in the operator's terms. */
const kindsByCode: Readonly<Record<string, TroubleKind>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  '53100': 'no-space',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  '42501': 'no-permission',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'not-postgres',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ENOENT: 'unreachable',
  '57P03': 'unreachable',
  '53300': 'unreachable',
  '28P01': 'wrong-password',
  '28000': 'wrong-password',
  '3D000': 'database-missing',
}

/** What a failed connection means; an error that means nothing known is given back as it came. */
export function troubleOfConnection(error: unknown, about: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  const code = codeOf(error)
  const kind = code === undefined ? undefined : kindsByCode[code]
  if (kind) return new DatabaseTrouble(kind, about, error)
  const text = error instanceof Error ? error.message : String(error)
  if (/timeout|timed out/i.test(text)) return new DatabaseTrouble('unreachable', about, error)
  if (/password must be a string|no pg_hba|SASL/i.test(text)) return new DatabaseTrouble('wrong-password', about, error)
  if (/terminated unexpectedly|unexpected message|unknown message|does not support SSL|closed/i.test(text))
    return new DatabaseTrouble('not-postgres', about, error)
  return error
}

/** What a failed file operation means; no known code, no translation. */
export function troubleOfFile(error: unknown, path: string): unknown {
  const kind = kindsByCode[codeOf(error) ?? '']
  return kind === 'no-space' || kind === 'no-permission' ? new DatabaseTrouble(kind, path, error) : error
}

/** What the last words of a PostgreSQL that would not start mean. */
export function troubleOfLog(log: string, dataDir: string): DatabaseTrouble {
  return new DatabaseTrouble(kindOfLog(log), `${dataDir}\n${lastLines(log)}`)
}

function kindOfLog(log: string): TroubleKind {
  if (/No space left on device|Disk quota exceeded/i.test(log)) return 'no-space'
  if (/incompatible with server|database files are incompatible/i.test(log)) return 'wrong-data-version'
  if (/socket.*already in use|could not bind Unix|Is another postmaster already running on port/i.test(log))
    return 'socket-taken'
  if (lockedOut.test(log)) return 'data-in-use'
  if (/Permission denied|wrong ownership|invalid permissions|Operation not permitted|Read-only file system/i.test(log))
    return 'no-permission'
  if (/error while loading shared libraries|not found|cannot execute/i.test(log)) return 'no-binaries'
  return 'start-failed'
}

/** The complaints of a server that finds the last one not quite gone; waiting cures them. */
export const lockedOut = /lock file ".*" already exists|pre-existing shared memory|still in use/

const lastLines = (log: string): string => log.trim().split('\n').slice(-6).join('\n')

/** The code of a file error (`ENOSPC`) or of a server's answer (`40001`). */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
