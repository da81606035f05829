import { withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import { plannerWords as words } from '../words/planner.ts'

/** Streets of the district, or communities of the street; each opens its own view. */
export function Areas({ seen }: { seen: CoverageView }) {
  const { t, count } = useTongue()
  const { search } = usePlace()
  return (
    <Table<CoverageView['areas'][number]>
      caption={t(words.areas)}
      hideCaption
      rows={seen.areas}
      rowId={({ code }) => code}
      columns={[
        {
          id: 'name',
          title: t(words.area),
          cell: ({ code, name }) => (
            <Go to={withQuery('/life-circle', { ...search, area: code, after: '' })}>{name}</Go>
          ),
        },
        { id: 'people', title: t(words.people), align: 'end', cell: ({ all }) => count(Math.round(all.of)) },
        {
          id: 'all',
          title: t(words.all),
          cell: ({ name, all }) => (
            <RateBar label={name} hideLabel numerator={Math.round(all.covered)} denominator={Math.round(all.of)} />
          ),
        },
        {
          id: 'score',
          title: t(words.score),
          align: 'end',
          cell: ({ score }) => (score === null ? '—' : score.toFixed(1)),
        },
      ]}
    />
  )
}
