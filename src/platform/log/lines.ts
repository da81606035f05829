type Out = { write(text: string): unknown }

const MOST_HELD = 64 * 1024

/**
 * Gathers the lines of one turn of the event loop and a little more into one write: under load a write per request
 * would cost more than the request's own answer. `flush` writes at once; call it before the process ends.
 */
export function gatheredLines(out: Out, ms = 50): { write(line: string): void; flush(): void } {
  let held = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (held === '') return
    const text = held
    held = ''
    out.write(text)
  }
  return {
    write(line) {
      held += line
      if (held.length > MOST_HELD) flush()
      else timer ??= setTimeout(flush, ms)
    },
    flush,
  }
}
