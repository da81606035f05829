import { useState } from 'react'
import { useCategoryNames } from '../../../../../kernel/matters/pages/category-names.ts'
import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { EmptyState, Loaded } from '../../../../../ui/parts/states.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { Likely } from '../../../model/proposal.ts'
import { addresses } from '../addresses.ts'
import type { MatterCard, MatterPage } from '../shapes.ts'
import { writingWords as words } from '../words/writing.ts'
import { useSettled } from './useSettled.ts'

type Props = { likely: readonly Likely[]; onChoose(id: string): void }

/** Finds a matter by its words; before anything is typed, those it is likely to be. */
export function MatterFinder({ likely, onChoose }: Props) {
  const { t } = useTongue()
  const [typed, setTyped] = useState('')
  const asked = useSettled(typed.trim(), 300)
  const offered = asked === '' && likely.length > 0
  const found = useRead<MatterPage>(withQuery(addresses.matters, { q: asked, limit: 30 }), {
    when: !offered,
    keepLast: true,
  })
  return (
    <>
      <TextField label={t(words.search)} type="search" keys="search" value={typed} onChange={setTyped} />
      <div className="write-found">
        {offered ? (
          <Choices label={t(words.likely)} rows={likely} onChoose={onChoose} />
        ) : (
          <Loaded
            read={found}
            empty={{
              when: ({ rows }) => rows.length === 0,
              show: <EmptyState icon="search" title={t(words.searchEmpty)} />,
            }}
          >
            {({ rows }) => <Choices label={t(words.searchFound)} rows={rows} onChoose={onChoose} />}
          </Loaded>
        )}
      </div>
    </>
  )
}

type ChoicesProps = {
  label: string
  rows: readonly Pick<MatterCard, 'id' | 'name' | 'category'>[]
  onChoose(id: string): void
}

function Choices({ label, rows, onChoose }: ChoicesProps) {
  const { t } = useTongue()
  const called = useCategoryNames()
  return (
    <>
      <p className="write-found-head" aria-live="polite">
        {label} · {rows.length}
      </p>
      <ul className="write-choices">
        {rows.map(({ id, name, category }) => (
          <li key={id}>
            <button type="button" className="write-choice" onClick={() => onChoose(id)}>
              <span>{t(name)}</span>
              <span className="write-choice-path">{called(category)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
