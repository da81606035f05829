import { useCategoryNames } from '../../../../kernel/matters/pages/category-names.ts'
import { Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultFilter, ResultSummary } from '../../model.ts'
import { resultWords as words } from '../words.ts'
import './results.css'

export type Filter = { [Key in keyof ResultFilter]?: string | undefined } & { readonly sort?: string | undefined }

type Props = { summary: ResultSummary; filter: Filter; onChange(change: Record<string, string | undefined>): void }

const ALL = 'all'

export function Filters({ summary, filter, onChange }: Props) {
  const { t } = useTongue()
  const called = useCategoryNames()
  const { places, themes, editions, edition } = summary
  return (
    <Sheet>
      <div className="results-filters">
        <Select
          label={t(words.where)}
          value={filter.area || ALL}
          onChange={(area) => onChange({ area })}
          options={[
            { value: ALL, label: t(words.everywhere) },
            ...withStreets(places).map(({ area, place }) => ({ value: area, label: place })),
            ...(filter.area && !withStreets(places).some(({ area }) => area === filter.area)
              ? [{ value: filter.area, label: filter.area }]
              : []),
          ]}
        />
        <Select
          label={t(words.what)}
          value={filter.theme ?? ALL}
          onChange={(theme) => onChange({ theme: theme === ALL ? undefined : theme })}
          options={[
            { value: ALL, label: t(words.everything) },
            ...themes.map((theme) => ({ value: theme, label: called([theme]) })),
          ]}
        />
      </div>
      <details className="results-more">
        <summary>{t(words.moreFilters)}</summary>
        <div className="results-filters">
          <Select
            label={t(words.order)}
            value={filter.sort ?? 'answered'}
            onChange={(sort) => onChange({ sort })}
            options={[
              { value: 'answered', label: t(words.byAnswered) },
              { value: 'solved', label: t(words.bySolved) },
              { value: 'place', label: t(words.byPlace) },
            ]}
          />
          <Select
            label={t(words.which)}
            value={edition?.until ?? ''}
            onChange={(until) => onChange({ until })}
            options={editions.map((until) => ({
              value: until,
              label: until === edition?.until ? `${edition.from} – ${until}` : `– ${until}`,
            }))}
          />
        </div>
      </details>
      <Soft>{t(words.remembered)}</Soft>
    </Sheet>
  )
}

/** The places of the rows, and what they lie in, so that one may look at a whole street. */
function withStreets(places: ResultSummary['places']): readonly { readonly area: string; readonly place: string }[] {
  const found = new Map<string, string>()
  for (const { area, place } of places) {
    const [codes, names] = [area.split('/'), place.split(' · ')]
    for (const at of codes.keys()) found.set(codes.slice(0, at + 1).join('/'), names.slice(0, at + 1).join(' · '))
  }
  return [...found].map(([area, place]) => ({ area, place })).toSorted((a, b) => (a.area < b.area ? -1 : 1))
}
