import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { LeftOutView } from '../../model/circle.ts'
import type { Kind } from '../../model/kinds.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { KindLook } from './KindLook.tsx'
import { OpenTask } from './OpenTask.tsx'
import type { Asked } from './Planner.tsx'
import { Turn } from './Turn.tsx'

/** Who is left out of one kind: on the map, in figures, as a list, and as work. */
export function LeftOut({ kind, asked, kinds }: { kind: Kind; asked: Asked; kinds: readonly Kind[] }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const query = { ...asked, kind }
  const file = withQuery('/api/life-circle/left-out/export', { ...query, format: 'xlsx' })
  return (
    <Sheet
      title={t(words.list(kindWords[kind]))}
      acts={
        <Row>
          <Go to={file} look="plain">
            {t(words.download)}
          </Go>
          <OpenTask kind={kind} asked={asked} />
        </Row>
      }
    >
      <Stack>
        <Row>
          <Select
            label={t(words.kind)}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
            onChange={(value) => setSearch({ kind: value, after: '' })}
          />
          <Button onPress={() => setSearch({ kind: '', after: '' })}>{t(words.allKinds)}</Button>
        </Row>
        <GapMap query={query} />
        <KindLook kind={kind} asked={asked} />
        <GapList query={query} kind={kind} />
      </Stack>
    </Sheet>
  )
}

type Query = Asked & { readonly kind: Kind }
type Left = { readonly rows: LeftOutView[]; readonly next: string | null }
const DRAWN = 200

function GapMap({ query }: { query: Query }) {
  const { t } = useTongue()
  const read = useRead<Left>(withQuery('/api/life-circle/left-out', { ...query, limit: DRAWN }), {
    keepLast: true,
    topics: ['life-circle'],
  })
  return (
    <Loaded read={read}>
      {({ rows, next }) => (
        <Stack gap="tight">
          <TownMap label={t(words.map)} layers={[homesLayer(rows, t(words.homesOut))]} />
          {next === null ? null : <Soft>{t(words.drawn(rows.length))}</Soft>}
        </Stack>
      )}
    </Loaded>
  )
}

/** All of them, page by page, those with most people first. */
function GapList({ query, kind }: { query: Query; kind: Kind }) {
  const { t, count } = useTongue()
  const { search } = usePlace()
  const read = useRead<Left>(withQuery('/api/life-circle/left-out', { ...query, after: search.after, limit: 50 }), {
    keepLast: true,
    topics: ['life-circle'],
  })
  return (
    <Loaded read={read}>
      {({ rows, next }) => (
        <Stack>
          <Table<LeftOutView>
            caption={t(words.list(kindWords[kind]))}
            hideCaption
            rows={rows}
            rowId={({ id }) => id}
            columns={[
              {
                id: 'id',
                title: t(words.building),
                cell: ({ id, communityName }) => t(words.buildingLine(communityName, numberOf(id))),
              },
              { id: 'people', title: t(words.people), align: 'end', cell: ({ people }) => count(Math.round(people)) },
              {
                id: 'minutes',
                title: t(words.walkTo),
                align: 'end',
                cell: ({ minutes }) => (minutes === null ? t(words.farther) : t(words.minutes(minutes))),
              },
              { id: 'nearest', title: t(words.nearest), cell: ({ nearest }) => nearest ?? '—' },
            ]}
          />
          <Turn next={next} />
        </Stack>
      )}
    </Loaded>
  )
}

/** Pure: `way/934` of the map without the word of the map. */
const numberOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

const homesLayer = (rows: readonly LeftOutView[], label: string): MapLayer => ({
  kind: 'points',
  id: 'left-out',
  label,
  features: rows.map(({ id, lng, lat, people, nearest }) => ({
    id,
    name: `${Math.round(people)}`,
    note: nearest ?? undefined,
    tone: 'bad',
    at: [lng, lat],
  })),
})
