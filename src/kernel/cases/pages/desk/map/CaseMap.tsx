import { useMemo, useState } from 'react'
import type { Bbox, LngLat } from '../../../../../platform/geo/shapes.ts'
import type { Day } from '../../../../../platform/time.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import type { Pick } from '../../../../../ui/map/model.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Page, Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { type StaffMe, useMe } from '../../../../people/pages/me.ts'
import { TownMap } from '../../../../places/pages/TownMap.tsx'
import { COUNT_AT_MOST, type View } from '../../../model/lists.ts'
import type { MapOverview } from '../../../model/map.ts'
import { ringText } from '../../../rules/ring.ts'
import { Filters } from '../list/Filters.tsx'
import { Pane } from '../list/Pane.tsx'
import { Rows } from '../list/Rows.tsx'
import { DESK, useDeskLive } from '../list/reads.ts'
import { useWide } from '../wide.ts'
import { listWords } from '../words/list.ts'
import { mapWords as words } from '../words/map.ts'
import { cellLayer, onlyDays, pointLayer } from './layers.ts'
import { TimeBar } from './TimeBar.tsx'

/** `/map`: cases where they are. What is drawn round on the map is the list below, and is handled together. */
export function CaseMap() {
  const me = useMe()
  const overview = useRead<MapOverview>('/api/cases/map', { topics: [DESK] })
  return (
    <Loaded read={me}>
      {(who) =>
        who?.kind === 'staff' ? (
          <Loaded read={overview}>{(known) => <Mapped me={who} overview={known} />}</Loaded>
        ) : null
      }
    </Loaded>
  )
}

type Props = { me: StaffMe; overview: MapOverview }

function Mapped({ me, overview }: Props) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const wide = useWide()
  useDeskLive(me)
  const view: View = search.view === 'overdue' ? 'overdue' : 'all'
  const open = wide ? search.case : undefined
  // The open cases are what one comes for; the address says so where it says nothing else.
  const asked = useMemo(() => ({ ...search, open: search.open === 'all' ? undefined : 'true' }), [search])
  const { firstDay, lastDay } = overview
  if (overview.bounds === null || firstDay === null || lastDay === null)
    return (
      <Page title={t(words.title)} wide>
        <EmptyState icon="map" title={t(words.nowhere)} text={t(words.nowhereText)} />
      </Page>
    )
  return (
    <Page title={t(words.title)} wide acts={<Narrow />}>
      <div className="case-desk" data-open={open !== undefined}>
        <Stack>
          {search.filters === 'open' ? <Filters view={view} /> : null}
          <Ground overview={overview} view={view} asked={asked} />
          {overview.far > 0 && !search.far ? <Far count={overview.far} /> : null}
          <TimeBar firstDay={firstDay as Day} lastDay={lastDay as Day} />
          <Sheet
            title={t(search.far ? words.far : search.within ? words.within : words.all)}
            acts={
              search.within || search.far ? (
                <Button icon="cross" onPress={() => setSearch({ within: undefined, far: undefined })}>
                  {t(words.leave)}
                </Button>
              ) : null
            }
          >
            <div className="case-frame">
              <Rows view={view} open={open} wide={wide} asked={asked} />
            </div>
          </Sheet>
        </Stack>
        {open === undefined ? null : <Pane id={open} />}
      </div>
    </Page>
  )
}

type GroundProps = { overview: MapOverview; view: View; asked: Readonly<Record<string, string | undefined>> }

function Ground({ overview, view, asked }: GroundProps) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [fit, setFit] = useState(overview.bounds as unknown as Bbox)
  const asCells = search.as === 'cells' && overview.whole && onlyDays(search)
  const layers = useMemo(
    () => [asCells ? cellLayer(asked, view, t) : pointLayer(asked, view, t)],
    [asCells, asked, view, t],
  )
  const pick = (picked: Pick) => {
    if (picked.layer === null) return
    if (picked.id.startsWith('case_')) setSearch({ case: picked.id })
    else setFit(around(picked.at))
  }
  const which = view === 'overdue' ? 'late' : search.open === 'all' ? 'everything' : 'open'
  return (
    <Stack>
      <Row>
        <Select
          label={t(words.which)}
          value={which}
          options={(['open', 'late', 'everything'] as const).map((value) => ({ value, label: t(words[value]) }))}
          onChange={(value) =>
            setSearch({
              view: value === 'late' ? 'overdue' : undefined,
              open: value === 'everything' ? 'all' : undefined,
            })
          }
        />
        {overview.whole ? (
          <Select
            label={t(words.showAs)}
            value={asCells ? 'cells' : 'points'}
            options={[
              { value: 'points', label: t(words.points) },
              { value: 'cells', label: t(words.cells), disabled: !onlyDays(search) },
            ]}
            onChange={(value) => setSearch({ as: value === 'cells' ? 'cells' : undefined })}
          />
        ) : null}
        <Soft>{t(words.drawHint)}</Soft>
      </Row>
      <TownMap
        label={t(words.title)}
        layers={layers}
        size="tall"
        fit={fit}
        chosen={search.case ? { layer: 'cases', id: search.case } : null}
        onPick={pick}
        onDraw={(ring: readonly LngLat[] | null) => setSearch({ within: ring ? ringText(ring) : undefined })}
        empty={t(words.nowhere)}
      />
    </Stack>
  )
}

/** What lies far away does not decide how the map lies, and is not forgotten. */
function Far({ count }: { count: number }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  return (
    <Row>
      <Soft>{t(words.someFar(count, COUNT_AT_MOST))}</Soft>
      <Button icon="list" onPress={() => setSearch({ far: 'true', open: 'all', view: undefined, within: undefined })}>
        {t(words.listFar)}
      </Button>
    </Row>
  )
}

function Narrow() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const open = search.filters === 'open'
  return (
    <Button icon="list" pressed={open} onPress={() => setSearch({ filters: open ? undefined : 'open' })}>
      {t(listWords.filters)}
    </Button>
  )
}

/** Near enough to a heap that it falls apart. */
const around = ([lng, lat]: LngLat): Bbox => [lng - 0.004, lat - 0.003, lng + 0.004, lat + 0.003]
