import { Button } from '../../../../ui/parts/Button.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type StaffMe, useMe } from '../../../people/pages/me.ts'
import type { View } from '../../model/lists.ts'
import { ExportButton } from './list/ExportButton.tsx'
import { Filters } from './list/Filters.tsx'
import { Pane } from './list/Pane.tsx'
import { isNarrowed, viewIn, views } from './list/question.ts'
import { Rows } from './list/Rows.tsx'
import { useCounts, useDeskLive } from './list/reads.ts'
import { SavedViews } from './list/SavedViews.tsx'
import { useWide } from './wide.ts'
import { viewWords, listWords as words } from './words/list.ts'

/** `/`: what waits for me, with everything else I may see a tab away. */
export const Cases = () => <Desk home="work" />

/** `/search?q=`: the same lists, over everything I may see. */
export const Search = () => <Desk home="all" />

function Desk({ home }: { home: View }) {
  const me = useMe()
  return <Loaded read={me}>{(who) => (who?.kind === 'staff' ? <Lists me={who} home={home} /> : null)}</Loaded>
}

function Lists({ me, home }: { me: StaffMe; home: View }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const wide = useWide()
  const counts = useCounts().data
  useDeskLive(me)
  const view = viewIn(search, home)
  const open = wide ? search.case : undefined
  const tabs = views.map((id) => {
    const tone = id === 'overdue' && counts?.overdue ? ('bad' as const) : ('plain' as const)
    return { id, label: t(viewWords[id]), count: counts?.[id], tone }
  })
  const filtering = search.filters === 'open' || isNarrowed(search)
  return (
    <Page title={search.q ? `${t(words.found)}：${search.q}` : t(words.lists)} wide acts={<Acts me={me} view={view} />}>
      <Tabs
        label={t(words.views)}
        tabs={tabs}
        value={view}
        onChange={(id) => setSearch({ view: id, case: undefined, act: undefined })}
      >
        <div className="case-desk" data-open={open !== undefined}>
          <div className="case-frame">
            <Stack>
              <SavedViews view={view} />
              {filtering ? <Filters view={view} /> : null}
              <Rows view={view} open={open} wide={wide} />
            </Stack>
          </div>
          {open === undefined ? null : <Pane id={open} />}
        </div>
      </Tabs>
    </Page>
  )
}

function Acts({ me, view }: { me: StaffMe; view: View }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const open = search.filters === 'open' || isNarrowed(search)
  return (
    <Row>
      <Button icon="list" pressed={open} onPress={() => setSearch({ filters: open ? undefined : 'open' })}>
        {t(words.filters)}
      </Button>
      {me.rights.some((right) => ['*', 'cases.*', 'cases.export'].includes(right)) ? (
        <ExportButton view={view} />
      ) : null}
    </Row>
  )
}
