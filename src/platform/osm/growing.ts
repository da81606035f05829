/** A list of numbers that grows. */
export type Growing<A extends Float64Array | Int32Array | Uint32Array | Uint8Array> = { items: A; length: number }

type Made<A> = new (length: number) => A

export function growing<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  made: Made<A>,
  capacity = 1024,
): Growing<A> {
  return { items: new made(capacity), length: 0 }
}

/** Makes room for `more` and gives the array to write into. */
export function roomFor<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  list: Growing<A>,
  more: number,
): A {
  const needed = list.length + more
  if (needed > list.items.length) {
    const wider = new (list.items.constructor as Made<A>)(Math.max(needed, list.items.length * 2))
    wider.set(list.items as never)
    list.items = wider
  }
  return list.items
}

export function push<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(list: Growing<A>, value: number) {
  roomFor(list, 1)[list.length] = value
  list.length += 1
}

/** The numbers alone, in an array of just their length. */
export const trimmed = <A extends Float64Array | Int32Array | Uint32Array | Uint8Array>({
  items,
  length,
}: Growing<A>): A => items.slice(0, length) as A
