import { useState } from 'react'
import type { StaffMe } from '../../../../../kernel/people/pages/me.ts'
import type { Said } from '../../../../../platform/words.ts'
import { actKey } from '../../../../../ui/api/call.ts'
import { pictureFault } from '../../../../../ui/api/photos.ts'
import type { Posting } from '../../../../../ui/outbox/model.ts'
import { leave } from '../../../../../ui/outbox/outbox.ts'
import { useSpot } from '../../../../../ui/spot.ts'
import type { GridView } from '../../../model/patrol.ts'

export const REPORTS = '/api/grid/reports'

export type Shot = { readonly id: string; readonly file: File; readonly preview: string }

type Filled = {
  readonly matter: string
  readonly grid: string
  readonly component: string
  readonly place: string
  readonly text: string
  readonly urgent: boolean
}
const empty: Filled = { matter: '', grid: '', component: '', place: '', text: '', urgent: false }

/** A file that is no picture: it is not taken, for the server would not have it either. */
export type Refused = { readonly name: string; readonly why: Said }

/** What is missing before it can be sent. */
export type Missing = 'photo' | 'type' | 'place' | null

/** One report under way: pictures on this device, the place where the first was taken, and what it is. */
export function useReport(me: Pick<StaffMe, 'id'>, grids: readonly Pick<GridView, 'code' | 'border'>[]) {
  const [shots, setShots] = useState<readonly Shot[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [filled, setFilled] = useState<Filled>(empty)
  const spot = useSpot()
  const grid = filled.grid || (grids.length === 1 ? (grids[0]?.code ?? '') : '')
  // A position says the grid only where the grids have been drawn.
  const asksGrid = spot.spot === null || grids.every(({ border }) => border === null)
  const missing: Missing =
    shots.length === 0 ? 'photo' : filled.matter === '' ? 'type' : asksGrid && grid === '' ? 'place' : null

  const clear = () => {
    for (const { preview } of shots) URL.revokeObjectURL(preview)
    setShots([])
    setFilled(empty)
    setRefused([])
    spot.clear()
  }
  return {
    shots,
    filled: { ...filled, grid },
    spot,
    missing,
    asksGrid,
    set: (change: Partial<Filled>) => setFilled({ ...filled, ...change }),
    refused,
    async add(files: readonly File[]) {
      const looked = await Promise.all(files.map(async (file) => ({ file, why: await pictureFault(file) })))
      setRefused(looked.flatMap(({ file, why }) => (why ? [{ name: file.name, why }] : [])))
      const taken = looked.flatMap(({ file, why }) =>
        why ? [] : [{ id: actKey(), file, preview: URL.createObjectURL(file) }],
      )
      if (taken.length > 0 && shots.length === 0 && spot.spot === null) void spot.find()
      setShots((now) => [...now, ...taken])
    },
    remove: (id: string) => setShots(shots.filter((shot) => shot.id !== id)),
    clear,
    /** Puts it into the box of this device, from where it is sent once; false where the device keeps nothing. */
    async send(label: string): Promise<boolean> {
      const kept = await leave(postingOf(me, { ...filled, grid }, spot.spot, shots, label))
      if (kept) clear()
      return kept
    },
  }
}

type Spot = ReturnType<typeof useSpot>['spot']

function postingOf(
  me: Pick<StaffMe, 'id'>,
  { matter, grid, component, place, text, urgent }: Filled,
  spot: Spot,
  shots: readonly Shot[],
  label: string,
): Posting {
  // The moment at which it was seen is the device's own: it may lie here for hours.
  const at = new Date().toISOString()
  return {
    id: actKey(),
    owner: me.id,
    label,
    at,
    url: REPORTS,
    headers: { 'x-writer': me.id },
    body: {
      matter,
      seenAt: at,
      ...(spot && { spot }),
      ...(grid !== '' && { grid }),
      ...(component !== '' && { component }),
      ...(place.trim() !== '' && { place: place.trim() }),
      ...(text.trim() !== '' && { text: text.trim() }),
      ...(urgent && { urgent }),
    },
    files: shots.map(({ id, file }) => ({
      key: id,
      url: '/api/cases/photos',
      into: 'photos',
      name: file.name || 'photo.jpg',
      content: file,
      hash: null,
    })),
    draft: null,
    state: 'waiting',
    mayHaveArrived: false,
    answer: null,
    why: null,
  }
}
