import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { keep, kept } from '../../../../ui/kept.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultSummary } from '../../model.ts'
import { resultWords as words } from '../words.ts'
import { Filters } from './Filters.tsx'
import { ResultList } from './ResultList.tsx'
import { Sums } from './Sums.tsx'

const NEAR = 'near'
const keptPlace = (): string => {
  const found = kept(NEAR)
  return typeof found === 'string' ? found : ''
}

/** What was answered, by place and theme. The place one chose is remembered on the device and nowhere else. */
export function Results() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [near, setNear] = useState(keptPlace)
  const area = search.area ?? near
  const filter = { area: area === 'all' ? '' : area, theme: search.theme, until: search.until }
  const read = useRead<ResultSummary>(withQuery('/api/results/summary', filter), { keepLast: true })
  const choose = (change: Record<string, string | undefined>) => {
    if (change.area !== undefined) {
      keep(NEAR, change.area)
      setNear(change.area)
    }
    setSearch(change)
  }
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Loaded
        read={read}
        loading={<LoadingState count={5} />}
        empty={{
          when: ({ edition }) => edition === null,
          show: (
            <EmptyState icon="board" title={t(words.noEdition)} text={t(words.noEditionText)} action={<ToWrite />} />
          ),
        }}
      >
        {(summary) => (
          <>
            <Filters summary={summary} filter={{ ...filter, sort: search.sort }} onChange={choose} />
            <Sums sums={summary.sums} />
            <ResultList
              filter={{ ...filter, sort: search.sort }}
              onWiden={() => choose({ area: 'all', theme: undefined })}
            />
            <How summary={summary} file={withQuery('/api/results/file', filter)} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ToWrite() {
  const { t } = useTongue()
  return (
    <Go to="/write" look="primary" icon="pen">
      {t(words.write)}
    </Go>
  )
}

function How({ summary: { edition }, file }: { summary: ResultSummary; file: string }) {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.how)}>
      <Soft>{t(words.howText(edition?.least ?? 0))}</Soft>
      <Row>
        <Go to={file} look="plain">
          {t(words.file)}
        </Go>
        <ToWrite />
      </Row>
    </Sheet>
  )
}
