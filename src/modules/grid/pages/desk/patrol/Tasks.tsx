import { useMemo } from 'react'
import { TownMap } from '../../../../../kernel/places/pages/TownMap.tsx'
import { formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { LngLat, MultiPolygon } from '../../../../../platform/geo/shapes.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../../ui/map/model.ts'
import { Light } from '../../../../../ui/parts/Light.tsx'
import { Item, Items, Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { EmptyState } from '../../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { PatrolView, TaskView } from '../../../model/patrol.ts'
import { lengthOf, routeThrough, type Stop } from '../../../rules/patrol.ts'
import { patrolWords as words } from '../words/patrol.ts'

const colours = { green: 'green', yellow: 'yellow', red: 'red', none: 'off' } as const

export type Leg = { readonly task: TaskView; readonly metres: number | null }

/** Pure: the tasks in the order in which they are best walked; those without a place at the end, in the order of their dues. */
export function legsOf(
  tasks: readonly TaskView[],
  from: LngLat | null,
): { legs: readonly Leg[]; metres: number | null } {
  const placed = tasks.flatMap(({ line, spot }): Stop[] => (spot ? [{ id: line.id, at: [spot.lng, spot.lat] }] : []))
  const start = from ?? placed[0]?.at ?? null
  const route = start ? routeThrough(start, placed) : []
  const byId = new Map(tasks.map((task) => [task.line.id, task]))
  const legs = route.flatMap(({ id }, at): Leg[] => {
    const task = byId.get(id)
    const before = at === 0 ? from : (route[at - 1]?.at ?? null)
    const here = route.slice(at, at + 1)
    return task ? [{ task, metres: before ? lengthOf(before, here) : null }] : []
  })
  const rest = tasks.filter(({ spot }) => spot === null).map((task) => ({ task, metres: null }))
  return { legs: [...legs, ...rest], metres: start && route.length > 1 ? lengthOf(start, route) : null }
}

export function Tasks({ view, from }: { view: PatrolView; from: LngLat | null }) {
  const { t } = useTongue()
  const { legs, metres } = useMemo(() => legsOf(view.tasks, from), [view.tasks, from])
  return (
    <Sheet title={t(words.tasks)} acts={metres === null ? undefined : <Soft>{t(words.whole(metres))}</Soft>}>
      {legs.length === 0 ? (
        <EmptyState icon="check" title={t(words.tasksNone)} text={t(words.tasksNoneText)} />
      ) : (
        <Items label={t(words.tasks)}>
          {legs.map(({ task: { line, kind, spot }, metres: far }) => (
            <Item key={line.id} to={`/cases/${line.id}`} title={line.title ?? line.number}>
              <Row>
                <span className="patrol-kind">{t(kind === 'check' ? words.check : words.verify)}</span>
                <Light
                  colour={colours[line.light]}
                  label={line.due ? `${t(words.due)}${t(formatInstant(line.due as Instant))}` : t(line.stageLabel)}
                />
                <Soft>{spot === null ? t(words.noPlace) : far === null ? '' : t(words.distance(far))}</Soft>
              </Row>
            </Item>
          ))}
        </Items>
      )}
    </Sheet>
  )
}

type Track = { readonly points: readonly { readonly lng: number; readonly lat: number }[] }

/** My grids, where I have to go, and where I went. */
export function PatrolMap({ view, onFound }: { view: PatrolView; onFound(at: LngLat): void }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const track = useRead<Track>('/api/grid/patrol/track', { topics: ['patrol'], when: view.onDutySince !== null })
  const path = useMemo(() => (track.data?.points ?? []).map(({ lng, lat }): LngLat => [lng, lat]), [track.data])
  const layers = useMemo((): readonly MapLayer[] => {
    const areas = view.grids.flatMap(({ code, name, border }) =>
      border
        ? [
            {
              id: code,
              name,
              geometry: { type: 'MultiPolygon' as const, coordinates: border.coordinates as MultiPolygon },
            },
          ]
        : [],
    )
    const points = view.tasks.flatMap(({ line, spot, kind }) =>
      spot
        ? [
            {
              id: line.id,
              name: line.title ?? line.number,
              note: t(kind === 'check' ? words.check : words.verify),
              tone: line.light === 'red' ? ('bad' as const) : ('mark' as const),
              at: [spot.lng, spot.lat] as const,
            },
          ]
        : [],
    )
    return [
      { id: 'grids', kind: 'areas', label: t(words.gridsLayer), features: areas, outline: true, named: true },
      ...(path.length > 1
        ? [
            {
              id: 'track',
              kind: 'lines' as const,
              label: t(words.trackLayer),
              silent: true,
              features: [{ id: 'me', name: t(words.myTrack), path }],
            },
          ]
        : []),
      { id: 'tasks', kind: 'points', label: t(words.tasksLayer), features: points, named: true },
    ]
  }, [view.grids, view.tasks, path, t])
  return (
    <TownMap
      label={t(words.map)}
      layers={layers}
      onPosition={onFound}
      onPick={(pick) => (pick.layer === 'tasks' ? go(`/cases/${pick.id}`) : undefined)}
    />
  )
}
