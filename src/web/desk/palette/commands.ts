import type { CaseLine, MoveView } from '../../../kernel/cases/model/views.ts'
import { inOrder } from '../../../kernel/cases/pages/desk/case/usual.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { IconName } from '../../../ui/parts/Icon.tsx'
import type { RailEntry } from '../navigation.ts'

/** One thing the palette can do. `key` does it at the page without the palette. */
export type Command = {
  readonly id: string
  readonly group: 'moves' | 'cases' | 'pages'
  readonly label: Said
  readonly note?: string
  readonly icon: IconName
  readonly key?: string
  readonly go: { readonly to: string } | { readonly move: string }
}

type Known = {
  readonly typed: string
  readonly moves: readonly MoveView[]
  readonly pages: readonly Pick<RailEntry, 'to' | 'label' | 'icon'>[]
  readonly cases: readonly Pick<CaseLine, 'id' | 'number' | 'title' | 'unitName'>[]
}

/**
 * Pure: what may be done, the case at hand first, then the cases found, then the pages. What was typed narrows moves
 * and pages by their words in either tongue, all of them in any order.
 */
export function commandsFor({ typed, moves, pages, cases }: Known): readonly Command[] {
  const fits = wanting(typed)
  return [
    ...inOrder(moves)
      .moves.map(({ move, label }, at) => moveCommand(move, label, at))
      .filter(({ label }) => fits(label)),
    ...(typed.trim() === '' ? [] : cases.map(caseCommand)),
    ...pages.filter(({ label }) => fits(label)).map(pageCommand),
  ]
}

function wanting(typed: string): (label: Said) => boolean {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return ({ zh, en }) => words.every((word) => zh.toLowerCase().includes(word) || en.toLowerCase().includes(word))
}

const moveCommand = (move: string, label: Said, at: number): Command => ({
  id: `move-${move}`,
  group: 'moves',
  label,
  icon: 'next',
  ...(at < 9 && { key: String(at + 1) }),
  go: { move },
})

const caseCommand = ({ id, number, title, unitName }: Known['cases'][number]): Command => ({
  id: `case-${id}`,
  group: 'cases',
  label: said(`${number} ${title ?? ''}`.trim(), `${number} ${title ?? ''}`.trim()),
  ...(unitName && { note: unitName }),
  icon: 'search',
  go: { to: `/cases/${id}` },
})

const pageCommand = ({ to, label, icon }: Known['pages'][number]): Command => ({
  id: `page-${to}`,
  group: 'pages',
  label,
  icon,
  go: { to },
})

/** Pure: where a move of the case at hand is opened; beside the list it stays there. */
export const moveAddress = (path: string, id: string): string | null =>
  path === '/' || path === '/search' || path === `/cases/${id}` ? null : `/cases/${id}`

/** Pure: the next of `count` lines from `at`, round the ends. */
export const stepped = (at: number, by: 1 | -1, count: number): number => (count === 0 ? 0 : (at + by + count) % count)
