/** A wait that can be cut short. */
export type Bell = {
  ring(): void
  /** Begins to listen. Its answer waits so many milliseconds at most, and not at all if it has rung meanwhile. */
  listen(): (ms: number) => Promise<void>
}

export function createBell(): Bell {
  let wake = () => {}
  return {
    ring: () => wake(),
    listen() {
      const rang = new Promise<void>((resolve) => {
        wake = resolve
      })
      return async (ms) => {
        let timer: NodeJS.Timeout | undefined
        const late = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, ms)
        })
        await Promise.race([rang, late])
        clearTimeout(timer)
      }
    },
  }
}
