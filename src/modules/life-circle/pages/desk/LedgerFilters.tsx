import type { ReactNode } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { Select } from '../../../../ui/parts/Select.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { ledgerWords as words } from '../words/ledger.ts'

type Choices = Readonly<Record<string, Said>>
type Props = {
  kinds: Choices
  states: Choices
  /** Orders, the one that holds where none is chosen first. */
  sorts: readonly (readonly [value: string, label: Said])[]
  /** Filters that only one ledger has, before and behind those of both. */
  before?: ReactNode
  behind?: ReactNode
}

/** Which lines of a ledger are shown and in which order; all of it stands in the address. */
export function LedgerFilters({ kinds, states, sorts, before, behind }: Props) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const choose = (change: Record<string, string>) => setSearch({ after: '', ...change })
  const optionsOf = (choices: Choices) => [
    { value: 'any', label: t(words.any) },
    ...Object.entries(choices).map(([value, label]) => ({ value, label: t(label) })),
  ]
  return (
    <div className="planner-choices">
      {before}
      <Select
        label={t(words.kind)}
        value={search.kind || 'any'}
        options={optionsOf(kinds)}
        onChange={(kind) => choose({ kind: kind === 'any' ? '' : kind })}
      />
      <Select
        label={t(words.status)}
        value={search.status || 'any'}
        options={optionsOf(states)}
        onChange={(status) => choose({ status: status === 'any' ? '' : status })}
      />
      <Select
        label={t(words.sort)}
        value={search.sort || (sorts[0]?.[0] ?? '')}
        options={sorts.map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(sort) => choose({ sort })}
      />
      {behind}
    </div>
  )
}
