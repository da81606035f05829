/**
 * The same function, which remembers what it made for at most so many keys; beyond them the eldest eighth is forgotten.
 * `make` must be pure: what it gives depends on nothing but what it is given.
 */
export function remembering<Given, Made>(
  most: number,
  keyOf: (given: Given) => string,
  make: (given: Given) => Made,
): (given: Given) => Made {
  const kept = new Map<string, { readonly made: Made }>()
  return (given) => {
    const key = keyOf(given)
    const known = kept.get(key)
    if (known) return known.made
    const made = make(given)
    if (kept.size >= most) for (const oldest of [...kept.keys()].slice(0, Math.ceil(most / 8))) kept.delete(oldest)
    kept.set(key, { made })
    return made
  }
}
