import { lazy, Suspense, useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { keep, kept } from '../../../../ui/kept.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Lead, Page, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultSummary } from '../../model.ts'
import { resultWords as words } from '../words.ts'
import { Filters } from './Filters.tsx'
import { ResultList } from './ResultList.tsx'
import { Sums } from './Sums.tsx'

/** The map comes only to whoever opens it: many read this page on a poor line. */
const ResultMap = lazy(async () => ({ default: (await import('./ResultMap.tsx')).ResultMap }))

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
            <OnMap filter={filter} onChoose={(chosen) => choose({ area: chosen })} />
            {summary.near ? <Near {...summary.near} /> : null}
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

type OnMapProps = {
  filter: { area: string; theme: string | undefined; until: string | undefined }
  onChoose(area: string): void
}

function OnMap(props: OnMapProps) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const open = search.as === 'map'
  return (
    <>
      <Row>
        <Button icon="map" pressed={open} onPress={() => setSearch({ as: open ? undefined : 'map' })}>
          {t(open ? words.closeMap : words.openMap)}
        </Button>
      </Row>
      {open ? (
        <Suspense fallback={<LoadingState shape="figures" count={1} />}>
          <ResultMap {...props} />
        </Suspense>
      ) : null}
    </>
  )
}

/** What the rows cannot tell without giving somebody away: how much was solved here in all, as a class. */
function Near({ solvedFrom, solvedTo }: NonNullable<ResultSummary['near']>) {
  const { t } = useTongue()
  return (
    <Sheet>
      <Lead>
        {t(words.solvedHere)} <strong>{t(words.classOf(solvedFrom, solvedTo))}</strong>
      </Lead>
      <Soft>{t(words.classes)}</Soft>
    </Sheet>
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
