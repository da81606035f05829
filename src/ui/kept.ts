/**
 * What the machine of the person keeps for him. A browser that forbids storage, or has no room left, keeps nothing:
 * the page goes on without it.
 */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`yiwang.${name}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** What was kept under this name, unread: the caller says what shape he accepts. */
export function kept(name: string): unknown {
  try {
    const text = localStorage.getItem(`yiwang.${name}`)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`yiwang.${name}`)
  } catch {
    // nothing was kept where nothing can be kept
  }
}

/** Forgets everything whose name begins so. */
export function forgetAll(beginning: string): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(`yiwang.${beginning}`)) localStorage.removeItem(name)
  } catch {
    // nothing was kept where nothing can be kept
  }
}
