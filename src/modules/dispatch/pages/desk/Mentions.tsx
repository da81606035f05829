import { useMemo } from 'react'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { type Bbox, bboxOf } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { MapLayer, Pick, PointShown, Tone } from '../../../../ui/map/model.ts'
import { Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Mentions as Found, MentionView } from '../../model/topics.ts'
import { TOPICS } from './reads.ts'
import { topicPartWords as parts, topicWords as words } from './words/topics.ts'

type Props = { topic?: string; opened?: string | undefined }

/** Where topics are spoken of; beside the list, which tells everything without it. */
export function Mentions(asked: Props) {
  const { t } = useTongue()
  const read = useRead<Found>(withQuery('/api/dispatch/topics/mentions', asked), { topics: [TOPICS] })
  // Whoever may not see the topics is told so once, where they are listed.
  if (read.error?.kind === 'forbidden') return null
  return (
    <Sheet title={t(words.map)}>
      <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Soft>{t(words.mapEmpty)}</Soft> }}>
        {(found) => <Ground found={found} single={asked.topic !== undefined} />}
      </Loaded>
    </Sheet>
  )
}

function Ground({ found: { rows, more }, single }: { found: Found; single: boolean }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const layers = useMemo(() => layersOf(rows, t), [rows, t])
  const fit = useMemo(() => around(rows), [rows])
  const pick = (picked: Pick) => {
    if (picked.layer === null) return
    const topic = rows.find((row) => row.case === picked.id)?.topic
    go(single || topic === undefined ? `/cases/${picked.id}` : `/dispatch/topics/${topic}`)
  }
  return (
    <Stack>
      <TownMap label={t(words.map)} layers={layers} fit={fit} onPick={pick} />
      {more ? <Soft>{t(words.mapMore)}</Soft> : null}
    </Stack>
  )
}

const kinds: readonly Tone[] = ['kind-1', 'kind-2', 'kind-3', 'kind-4', 'kind-5', 'kind-6', 'kind-7']

/** The hottest have a colour each, the rest one in common; how thick they lie is shown below. */
function layersOf(rows: readonly MentionView[], t: (said: Said) => string): MapLayer[] {
  const topics = [...new Map(rows.map(({ topic, name }) => [topic, name]))]
  const tones = new Map(topics.map(([id], rank) => [id, kinds[rank] ?? 'plain']))
  const features = rows.map(
    (row): PointShown => ({
      id: row.case,
      name: row.name,
      note: `${row.number} · ${t(parts.heat(row.heat))}`,
      tone: tones.get(row.topic) ?? 'plain',
      at: [row.lng, row.lat],
    }),
  )
  const named = topics.slice(0, kinds.length).map(([id, label]) => ({ tone: tones.get(id) ?? 'plain', label }))
  const rest = topics.length > kinds.length ? [{ tone: 'plain' as const, label: t(words.mapRest) }] : []
  return [
    { id: 'density', kind: 'heat', label: t(words.mapHeat), silent: true, features },
    { id: 'mentions', kind: 'points', label: t(words.mapPoints), legend: [...named, ...rest], features },
  ]
}

/** About 500 m on each side, so that one spot alone does not fill the map. */
const BESIDE = 0.005

const around = (rows: readonly MentionView[]): Bbox | null => {
  const box = bboxOf(rows.map(({ lng, lat }) => [lng, lat]))
  if (box === null) return null
  const [west, south, east, north] = box
  return [west - BESIDE, south - BESIDE, east + BESIDE, north + BESIDE]
}
