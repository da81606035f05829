import type { Said } from '../words.ts'
import { processWords } from './words.ts'

/** Something that an operator can mend: said in both tongues, with an exit code of its own. */
export type Trouble = Error & { readonly exitCode: number }

/** Exit code of a listening address that cannot be had. Settings are 10, the database begins at 20. */
const PORT_EXIT = 11

const isTrouble = (error: unknown): error is Trouble =>
  error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number'

/**
 * Ends the process as an operator should see it: one clear sentence in Chinese and in English and an exit code;
 * the stack only for what we did not expect.
 */
export function endWith(error: unknown, write: (text: string) => void = (text) => process.stderr.write(text)): number {
  if (isTrouble(error)) {
    write(`${error.message}\n`)
    return error.exitCode
  }
  const { zh, en } = processWords.unexpected(error instanceof Error ? error.message : String(error))
  write(`${zh}\n${en}\n${error instanceof Error ? error.stack : ''}\n`)
  return 1
}

type Address = { readonly host: string; readonly port: number }

/** Why listening failed, in the operator's terms; anything unknown is given back as it came. */
export function troubleOfListening(error: unknown, { host, port }: Address): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return troubleOf(processWords.portTaken(port), PORT_EXIT, error)
  if (code === 'EACCES') return troubleOf(processWords.portForbidden(port), PORT_EXIT, error)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return troubleOf(processWords.hostUnknown(host), PORT_EXIT, error)
  return error
}

/** A trouble in both tongues, with the exit code by which a script tells it from others. */
export const troubleOf = ({ zh, en }: Said, exitCode: number, cause?: unknown): Trouble =>
  Object.assign(new Error(`${zh}\n${en}`, { cause }), { exitCode })

/**
 * Closes what was opened, in reverse, once: on SIGTERM, SIGINT or SIGHUP, or when `close` is called.
 * A second signal does not wait any longer.
 */
export function closeOnSignal(onSignal: () => void) {
  const open: (() => Promise<unknown>)[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= (async () => {
      for (const leave of open.reverse()) await leave()
    })()
    return closing
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (closing) process.exit(130)
      onSignal()
      close().then(
        () => process.exit(0),
        (error) => process.exit(endWith(error)),
      )
    })
  return { opened: (leave: () => Promise<unknown>) => void open.push(leave), close }
}
