import { Pager } from '../../../../ui/parts/Pager.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'

/** On to the next lines of a list whose place stands in the address, and back to its first. */
export function Turn({ next }: { next: string | null }) {
  const { search, setSearch } = usePlace()
  return (
    <Pager
      onPrevious={search.after ? () => setSearch({ after: '' }) : undefined}
      onNext={next ? () => setSearch({ after: next }) : undefined}
    />
  )
}
