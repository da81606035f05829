import { Select, TreeSelect } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Said } from '../../../../../platform/words.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { DayField } from '../../../../organisations/pages/desk/DayField.tsx'
import { useCategoryTree, useUnitTree } from '../../../../organisations/pages/desk/trees.ts'
import type { View } from '../../../model/lists.ts'
import { lights } from '../../../model/views.ts'
import { lightWords } from '../../../words/doors.ts'
import { sortWords, listWords as words } from '../words/list.ts'
import { isNarrowed, type Narrowing, narrowing, sorts } from './question.ts'

type FacetsAnswer = {
  readonly stages: readonly { readonly procedure: string; readonly stage: string; readonly label: Said }[]
  readonly channels: readonly { readonly value: string; readonly label: Said }[]
}

/** What the list is narrowed by; all of it stands in the address, so that a list can be sent to a colleague. */
export function Filters({ view }: { view: View }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const facets = useRead<FacetsAnswer>('/api/cases/facets').data
  const set = (name: Narrowing | 'sort', value: string | undefined) => setSearch({ [name]: value || undefined })
  const stages = new Map((facets?.stages ?? []).map(({ stage, label }) => [stage, t(label)]))
  return (
    <div className="case-filters">
      <Chosen
        name="sort"
        label={words.sort}
        usual={view === 'all' ? 'filed' : 'due'}
        onSet={set}
        options={sorts.map((value) => [value, t(sortWords[value])])}
      />
      <Chosen name="stage" label={words.stage} onSet={set} options={[...stages]} />
      <Chosen
        name="light"
        label={words.light}
        onSet={set}
        options={lights.map((value) => [value, t(lightWords[value])])}
      />
      <Chosen
        name="channel"
        label={words.channel}
        onSet={set}
        options={(facets?.channels ?? []).map(({ value, label }) => [value, t(label)])}
      />
      <Branch name="unit" label={words.unit} onSet={set} />
      <Branch name="category" label={words.category} onSet={set} />
      <DayField label={t(words.from)} value={search.from ?? ''} onChange={(day) => set('from', day)} />
      <DayField label={t(words.to)} value={search.to ?? ''} onChange={(day) => set('to', day)} />
      {isNarrowed(search) ? (
        <Button icon="cross" onPress={() => setSearch(Object.fromEntries(narrowing.map((name) => [name, undefined])))}>
          {t(words.clear)}
        </Button>
      ) : null}
    </div>
  )
}

type Setting = {
  name: Narrowing | 'sort'
  label: Said
  onSet(name: Narrowing | 'sort', value: string | undefined): void
}

function Labelled({ label, children }: { label: Said; children: (id: string) => ReactNode }) {
  const { t } = useTongue()
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t(label)}
      </label>
      {children(id)}
    </div>
  )
}

function Chosen({
  name,
  label,
  onSet,
  options,
  usual,
}: Setting & { usual?: string; options: readonly (readonly [string, string])[] }) {
  const { t } = useTongue()
  const { search } = usePlace()
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          allowClear={usual === undefined}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(words.any)}
          value={search[name] ?? usual ?? null}
          options={options.map(([value, text]) => ({ value, label: text }))}
          onChange={(value: string | null | undefined) => onSet(name, value ?? undefined)}
        />
      )}
    </Labelled>
  )
}

function Branch({ name, label, onSet }: Setting & { name: 'unit' | 'category' }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const units = useUnitTree(name === 'unit')
  const categories = useCategoryTree(name === 'category')
  return (
    <Labelled label={label}>
      {(id) => (
        <TreeSelect
          id={id}
          allowClear
          showSearch={{ treeNodeFilterProp: 'sought' }}
          popupMatchSelectWidth={320}
          placeholder={t(words.any)}
          value={search[name] ?? null}
          treeData={name === 'unit' ? units : categories}
          onChange={(value: string | null | undefined) => onSet(name, value ?? undefined)}
        />
      )}
    </Labelled>
  )
}
