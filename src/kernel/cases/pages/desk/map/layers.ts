import type { Said } from '../../../../../platform/words.ts'
import { withQuery } from '../../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../../ui/map/model.ts'
import type { View } from '../../../model/lists.ts'
import { CELLS_TO_ZOOM, SAMPLE_LAYER } from '../../../rules/zooms.ts'
import { isNarrowed, queryOf } from '../list/question.ts'
import { mapWords as words } from '../words/map.ts'

type Texts = Readonly<Record<string, string | undefined>>

/** Where the tiles of these cases are; whatever narrows the list narrows them, but for where on the map they lie. */
const tilesOf = (search: Texts, view: View, as: 'points' | 'cells'): string => {
  const {
    within: _drawn,
    far: _far,
    sort: _sort,
    number: _number,
    words: _words,
    phone: _phone,
    ...asked
  } = queryOf(search, view)
  return withQuery('/api/cases/map/{z}/{x}/{y}', { ...asked, version: search.version, as })
}

/** The cells are counted by status and day alone. */
export const onlyDays = (search: Texts): boolean =>
  !isNarrowed({ ...search, from: undefined, to: undefined, open: undefined, within: undefined, far: undefined })

export const pointLayer = (search: Texts, view: View, t: (said: Said) => string): MapLayer => ({
  kind: 'tiles',
  id: 'cases',
  label: t(words.cases),
  url: tilesOf(search, view, 'points'),
  minZoom: 4,
  maxZoom: 17,
  shows: [{ as: 'points', of: 'cases' }],
  sample: {
    of: SAMPLE_LAYER,
    said: (per) => t(onlyDays(search) ? words.sampled(per) : words.sampledNarrow(per)),
  },
  legend: [
    { tone: 'bad', label: t(words.red) },
    { tone: 'warn', label: t(words.yellow) },
    { tone: 'good', label: t(words.green) },
    { tone: 'off', label: t(words.none) },
  ],
})

export const cellLayer = (search: Texts, view: View, t: (said: Said) => string): MapLayer => ({
  kind: 'tiles',
  id: 'cells',
  label: t(words.density),
  url: tilesOf(search, view, 'cells'),
  minZoom: 4,
  maxZoom: CELLS_TO_ZOOM,
  shows: [
    {
      as: 'areas',
      of: 'cells',
      ramp: 'warm',
      steps: [
        { from: 1, label: t(words.few) },
        { from: 5, label: t(words.some) },
        { from: 20, label: t(words.many) },
        { from: 100, label: t(words.heaps) },
        { from: 500, label: t(words.flood) },
      ],
    },
  ],
})
