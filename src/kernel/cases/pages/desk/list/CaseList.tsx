import { useRef } from 'react'
import { useKeyLabel, useShortcut } from '../../../../../ui/shortcut.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseLine } from '../../../model/views.ts'
import { useToday } from '../now.ts'
import { keyWords, listWords as words } from '../words/list.ts'
import { CaseRow } from './CaseRow.tsx'
import './list.css'

type Props = {
  rows: readonly CaseLine[]
  open: string | undefined
  placeOf(id: string): string
  selected: ReadonlySet<string>
  onSelect(ids: ReadonlySet<string>): void
}

/** Rows one walks with J and K, opens with Enter, selects with X. */
export function CaseList({ rows, open, placeOf, selected, onSelect }: Props) {
  const { t } = useTongue()
  const today = useToday()
  const list = useRef<HTMLUListElement>(null)
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('.case-row-link') ?? [])]
  const at = () => links().findIndex((link) => link.matches(':focus'))
  const step = (by: 1 | -1) => {
    const all = links()
    const next = Math.min(Math.max(at() + by, 0), all.length - 1)
    all[next]?.focus()
  }
  const select = (id: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(id)
    else next.delete(id)
    onSelect(next)
  }
  useShortcut('j', () => step(1), keyWords.down)
  useShortcut('k', () => step(-1), keyWords.up)
  useKeyLabel('Enter', keyWords.open)
  const selectHere = () => {
    const row = rows[at()]
    if (row) select(row.id, !selected.has(row.id))
  }
  useShortcut('x', selectHere, keyWords.select)
  return (
    <ul className="case-list" aria-label={t(words.list)} ref={list}>
      {rows.map((line) => (
        <CaseRow
          key={line.id}
          line={line}
          today={today}
          to={placeOf(line.id)}
          current={line.id === open}
          selected={selected.has(line.id)}
          onSelect={(on) => select(line.id, on)}
        />
      ))}
    </ul>
  )
}
