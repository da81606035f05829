/**
 * The codes of the cases that are followed in this tab, by number. They stand in no address, so neither history, nor
 * bookmark, nor anybody's log has them; a reload finds them, a closed tab has forgotten them.
 */
const keyOf = (number: string): string => `yiwang.follow.${number}`
const asked = new Map<string, string>()

export function keepCode(number: string, code: string): void {
  asked.set(number, code)
  try {
    sessionStorage.setItem(keyOf(number), code)
  } catch {
    // A browser that keeps nothing still knows it until the page is loaded anew.
  }
}

export function codeFor(number: string): string | undefined {
  try {
    return asked.get(number) ?? sessionStorage.getItem(keyOf(number)) ?? undefined
  } catch {
    return asked.get(number)
  }
}
