import { Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { Field, type FieldProps, statusOf } from '../../../../../ui/parts/Field.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { useCategoryTree, useUnitTree } from '../../../../organisations/pages/desk/trees.ts'
import type { CaseForStaff, CaseLine } from '../../../model/views.ts'
import { moveWords as words } from '../words/case.ts'

type Props = FieldProps & { value: string; onChange(value: string): void }

/** A unit, or a category, found by typing part of its name. */
export function TreeChooser({ tree, value, onChange, ...field }: Props & { tree: 'unit' | 'category' }) {
  const { t } = useTongue()
  const units = useUnitTree(tree === 'unit')
  const categories = useCategoryTree(tree === 'category')
  return (
    <Field {...field}>
      {(wiring) => (
        <TreeSelect
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%' }}
          showSearch={{ treeNodeFilterProp: 'sought' }}
          allowClear
          placeholder={t(tree === 'unit' ? words.searchUnit : words.searchCategory)}
          notFoundContent={t(words.nothingFound)}
          value={value === '' ? null : value}
          treeData={tree === 'unit' ? units : categories}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}

type Colleague = { readonly id: string; readonly name: string; readonly roleName: string }

/** Somebody who holds a post in the unit. */
export function StaffChooser({ unit, value, onChange, ...field }: Props & { unit: string | null }) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly Colleague[] }>(`/api/organisations/units/${unit}/people`, {
    when: unit !== null,
    topics: ['organisations'],
  })
  const options = (read.data?.rows ?? []).map(({ id, name, roleName }) => ({
    value: id,
    label: `${name} · ${roleName}`,
  }))
  return (
    <Field {...field} error={field.error ?? (read.isError ? t(words.noColleagues) : undefined)}>
      {(wiring) => (
        <Select
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(words.searchStaff)}
          notFoundContent={t(words.nothingFound)}
          value={value === '' ? null : value}
          options={options}
          onChange={(next: string | null) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}

/** Another case: one of its own joint tasks, or any that is found by number or words. */
export function CaseChooser({ name, caseId, value, onChange, ...field }: Props & { name: string; caseId: string }) {
  const { t } = useTongue()
  const [sought, setSought] = useState('')
  const own = useRead<CaseForStaff>(`/api/cases/${caseId}`, { when: name === 'child', topics: [`case/${caseId}`] })
  const digits = /^\d{3,14}$/.test(sought)
  const found = useRead<{ rows: readonly CaseLine[] }>(
    withQuery('/api/cases', { view: 'all', limit: 10, ...(digits ? { number: sought } : { words: sought }) }),
    { when: name !== 'child' && sought.length > 1, keepLast: true },
  )
  const rows = name === 'child' ? (own.data?.children ?? []).filter(({ ended }) => !ended) : (found.data?.rows ?? [])
  const options = rows.map((row) => ({
    value: row.id,
    label: `${row.number} ${row.title ?? ''} ${row.unitName ?? ''}`.trim(),
  }))
  return (
    <Field {...field}>
      {(wiring) => (
        <Select
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%' }}
          showSearch={name === 'child' ? true : { filterOption: false, onSearch: setSought }}
          placeholder={t(name === 'child' ? words.choose : words.searchCase)}
          notFoundContent={t(words.nothingFound)}
          value={value === '' ? null : value}
          options={options}
          onChange={(next: string | null) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}
