import { Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Field, type FieldProps, statusOf } from '../../../../ui/parts/Field.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Branch, ORGANISATIONS, useUnitTree } from './trees.ts'
import { peopleWords as words } from './words/people.ts'

type Props = FieldProps & { value: string; onChange(value: string): void }

/** A unit of today, found by typing part of its name; nothing is the empty text. */
export function UnitField(props: Props) {
  const { t } = useTongue()
  return <TreeField {...props} tree={useUnitTree()} empty={t(words.searchUnit)} isOpen />
}

type TreeProps = Props & {
  tree: Branch[]
  /** Said while nothing is chosen. */
  empty: string
  /** Every branch stands open from the first. */
  isOpen?: boolean
}

/** One of a tree, found by typing part of its name; nothing is the empty text. */
export function TreeField({ tree, empty, isOpen = false, value, onChange, ...field }: TreeProps) {
  const { t } = useTongue()
  return (
    <Field {...field}>
      {(wiring) => (
        <TreeSelect
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%', minInlineSize: '14em' }}
          showSearch={{ treeNodeFilterProp: 'sought' }}
          allowClear
          treeDefaultExpandAll={isOpen}
          placeholder={empty}
          notFoundContent={t(words.nothingFound)}
          value={value === '' ? null : value}
          treeData={tree}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}

type Found = { readonly id: string; readonly name: string; readonly account: string; readonly unit: string }

/** Somebody in the scope of the reader, found by name or account. `but` is left out: nobody hands on to himself. */
export function PersonField({ value, onChange, but, ...field }: Props & { but?: string }) {
  const { t } = useTongue()
  const [sought, setSought] = useState('')
  const found = useRead<{ rows: readonly Found[] }>(
    withQuery('/api/people/staff', { q: sought, state: 'active', limit: 20 }),
    { topics: [ORGANISATIONS], keepLast: true },
  )
  const chosen = useRead<Found>(`/api/people/staff/${value}`, { when: value !== '', topics: [ORGANISATIONS] })
  const rows = [...(found.data?.rows ?? [])]
  if (value !== '' && chosen.data && !rows.some(({ id }) => id === value)) rows.unshift(chosen.data)
  return (
    <Field {...field}>
      {(wiring) => (
        <Select
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%', minInlineSize: '14em' }}
          showSearch={{ filterOption: false, onSearch: setSought }}
          allowClear
          placeholder={t(words.searchPerson)}
          notFoundContent={t(words.nothingFound)}
          value={value === '' ? null : value}
          options={rows
            .filter(({ id }) => id !== but)
            .map(({ id, name, account }) => ({ value: id, label: `${name} · ${account}` }))}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}
