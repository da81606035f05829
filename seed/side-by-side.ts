/** Works that go on side by side, at most so many at once and never two of one name. */
export type SideBySide = {
  isIdle(): boolean
  /** Begins as soon as there is room, and does not wait for the end. Throws what an earlier one has thrown. */
  begin(name: string, work: () => Promise<unknown>): Promise<void>
  /** Waits for the work of this name, or for all of them. Throws what one of them has thrown. */
  end(name?: string): Promise<void>
}

export function sideBySide(most: number): SideBySide {
  const underWay = new Map<string, Promise<void>>()
  const thrown: unknown[] = []
  const wait = async (others: Promise<unknown> | undefined) => {
    await others
    if (thrown.length > 0) throw thrown[0]
  }
  const end = (name?: string) => wait(name === undefined ? Promise.all(underWay.values()) : underWay.get(name))
  return {
    isIdle: () => underWay.size === 0,
    end,
    async begin(name, work) {
      await end(name)
      while (underWay.size >= most) await wait(Promise.race(underWay.values()))
      const done = work().then(
        () => void underWay.delete(name),
        (error) => {
          underWay.delete(name)
          thrown.push(error)
        },
      )
      underWay.set(name, done)
    },
  }
}
