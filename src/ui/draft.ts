import { useRef, useState } from 'react'
import { forget, keep, kept } from './kept.ts'

/**
 * A form whose content survives a closed tab: `useDraft('write', empty)` gives what was typed last time on this device.
 * Call `clear` once the server has taken it. Only keys that `empty` has, holding the same kind of value, are taken back.
 */
export function useDraft<Form extends Record<string, unknown>>(name: string, empty: Form) {
  const [form, setForm] = useState<Form>(() => restored(kept(`draft.${name}`), empty))
  const latest = useRef(form)
  const [isKept, setKept] = useState(() => kept(`draft.${name}`) !== undefined)
  return {
    form,
    isKept,
    set(change: Partial<Form>) {
      // What comes late, as a position does, must not undo what was typed meanwhile.
      latest.current = { ...latest.current, ...change }
      setForm(latest.current)
      // Another page may keep other fields of the same draft: what it kept stays.
      const before = kept(`draft.${name}`)
      setKept(keep(`draft.${name}`, { ...(typeof before === 'object' ? before : {}), ...latest.current }))
    },
    clear() {
      latest.current = empty
      setForm(empty)
      setKept(false)
      forget(`draft.${name}`)
    },
  }
}

/** Pure: what of the kept value still fits the form of today. */
export function restored<Form extends Record<string, unknown>>(found: unknown, empty: Form): Form {
  if (typeof found !== 'object' || found === null) return empty
  const fitting = Object.entries(found).filter(
    ([key, value]) => key in empty && (typeof value === typeof empty[key] || empty[key] === null),
  )
  return { ...empty, ...Object.fromEntries(fitting) }
}
