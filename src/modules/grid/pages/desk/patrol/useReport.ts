import { useState } from 'react'
import type { StaffMe } from '../../../../../kernel/people/pages/me.ts'
import type { Said } from '../../../../../platform/words.ts'
import { actKey } from '../../../../../ui/api/call.ts'
import { pictureFault } from '../../../../../ui/api/photos.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import { type KeptFile, useKeptFiles } from '../../../../../ui/kept-files.ts'
import type { Posting } from '../../../../../ui/outbox/model.ts'
import { leave } from '../../../../../ui/outbox/outbox.ts'
import { type DeviceSpot, useSpot } from '../../../../../ui/spot.ts'
import type { GridView } from '../../../model/patrol.ts'

export const REPORTS = '/api/grid/reports'

type Filled = {
  readonly matter: string
  readonly grid: string
  readonly component: string
  readonly place: string
  readonly text: string
  readonly urgent: boolean
  /** Where the first picture was taken. */
  readonly spot: DeviceSpot | null
}
const empty: Filled = { matter: '', grid: '', component: '', place: '', text: '', urgent: false, spot: null }

/** A file that is no picture: it is not taken, for the server would not have it either. */
export type Refused = { readonly name: string; readonly why: Said }

/** What is missing before it can be sent. */
export type Missing = 'photo' | 'type' | 'place' | null

/**
 * One report under way: pictures, the place where the first was taken, and what it is. All of it lies on this device
 * until it is sent, so that a page that is opened anew has it still.
 */
export function useReport(me: Pick<StaffMe, 'id'>, grids: readonly Pick<GridView, 'code' | 'border'>[]) {
  const name = `patrol.${me.id}`
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const { form: filled, set, clear: clearDraft } = useDraft<Filled>(name, empty)
  const device = useSpot()
  const { spot } = filled
  const locate = async () => {
    const found = await device.find()
    if (found) set({ spot: found })
  }
  const locateOnce = () => {
    if (spot === null && !device.busy) void locate()
  }
  const shots = useKeptFiles(name, locateOnce)
  const grid = filled.grid || (grids.length === 1 ? (grids[0]?.code ?? '') : '')
  // A position says the grid only where the grids have been drawn. A grid that was chosen stays in sight.
  const asksGrid = spot === null || filled.grid !== '' || grids.every(({ border }) => border === null)
  const missing: Missing =
    shots.files.length === 0 ? 'photo' : filled.matter === '' ? 'type' : asksGrid && grid === '' ? 'place' : null

  const clear = () => {
    shots.clear()
    clearDraft()
    setRefused([])
    device.clear()
  }
  return {
    shots: shots.files,
    filled: { ...filled, grid },
    spot: { spot, busy: device.busy, find: locate },
    missing,
    asksGrid,
    set,
    refused,
    async add(files: readonly File[]) {
      const looked = await Promise.all(files.map(async (file) => ({ file, why: await pictureFault(file) })))
      setRefused(looked.flatMap(({ file, why }) => (why ? [{ name: file.name, why }] : [])))
      const taken = looked.flatMap(({ file, why }) => (why ? [] : [file]))
      if (taken.length > 0 && shots.files.length === 0) locateOnce()
      shots.add(taken)
    },
    remove: shots.remove,
    clear,
    /** Puts it into the box of this device, from where it is sent once; false where the device keeps nothing. */
    async send(label: string): Promise<boolean> {
      const kept = await leave(postingOf(me, { ...filled, grid }, shots.files, label))
      if (kept) clear()
      return kept
    },
  }
}

function postingOf(
  me: Pick<StaffMe, 'id'>,
  { matter, grid, component, place, text, urgent, spot }: Filled,
  shots: readonly KeptFile[],
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
