import type { MappingLine } from '../../model/views.ts'

/** One line each: `matter_street-lamp = LAMP`, or a category path in the place of the matter. */
export const linesOf = (mappings: readonly MappingLine[]): string =>
  mappings.map(({ matter, category, code }) => `${matter ?? category ?? ''} = ${code}`).join('\n')

/** The lines read back, or the number of the first that cannot be read. */
export function mappingsIn(text: string): readonly MappingLine[] | number {
  const found: MappingLine[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const at = line.lastIndexOf('=')
    const [from, code] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    if (at < 0 || from === '' || code === '') return index + 1
    found.push(
      from.startsWith('matter_') ? { matter: from, category: null, code } : { matter: null, category: from, code },
    )
  }
  return found
}
