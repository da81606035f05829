/**
 * Who uses an embedded server: one file per living process in a folder beside the data.
 * The last to leave stops the server; a process that died without leaving does not count.
 */
import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LEAVING = '.leaving'

/** A process id is used again after a while; with its start time it is not. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'gone' : `${pid} ${fields[19] ?? ''}`
  } catch {
    return `${pid}`
  }
}

/** Whether a process of this id lives. One that we may not signal lives too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return identity(pid) !== 'gone'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function livesStill(folder: string, file: string): boolean {
  const pid = Number.parseInt(file, 10)
  let written: string
  try {
    written = readFileSync(join(folder, file), 'utf8')
  } catch {
    return false
  }
  const lives = isAlive(pid) && (written === '' || written === identity(pid))
  if (!lives) rmSync(join(folder, file), { force: true })
  return lives
}

const others = (folder: string, leaving: boolean): string[] =>
  readdirSync(folder).filter(
    (file) =>
      file.endsWith(LEAVING) === leaving && Number.parseInt(file, 10) !== process.pid && livesStill(folder, file),
  )

/** This process uses the server from now on. */
export function enter(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  keepOwner(folder)
  writeFileSync(join(folder, `${process.pid}`), identity(process.pid))
}

/** What root makes in somebody's directory stays his, so that he can go on without root. */
export function keepOwner(path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  chownSync(path, uid, gid)
}

/** Whether somebody is just now deciding to stop the server; who enters waits for the answer. */
export const someoneIsLeaving = (folder: string): boolean => others(folder, true).length > 0

/**
 * This process uses the server no more. True when it was the last: it must stop the server, then call `left`.
 * Entering writes its file before it looks for the leaving, leaving the other way round, so one always sees the other.
 */
export function leave(folder: string): boolean {
  writeFileSync(join(folder, `${process.pid}${LEAVING}`), identity(process.pid))
  rmSync(join(folder, `${process.pid}`), { force: true })
  const last = others(folder, false).length === 0
  if (!last) left(folder)
  return last
}

export const left = (folder: string): void => rmSync(join(folder, `${process.pid}${LEAVING}`), { force: true })
