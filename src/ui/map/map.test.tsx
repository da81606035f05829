import type { StyleSpecification } from 'maplibre-gl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TongueProvider } from '../tongue.tsx'
import { boundsOf, featuresOf, labelPoint, listedOf } from './features.ts'
import { MapView } from './MapView.tsx'
import { type MapLayer, tones } from './model.ts'
import { layerIdOf } from './overlay.ts'
import type { Palette } from './palette.ts'
import { type Scene, styleOf } from './style.ts'

const colours = new Proxy({}, { get: () => '#123456' })
const ramp = ['#1', '#2', '#3', '#4', '#5']
const palette = {
  colour: colours,
  tone: Object.fromEntries(tones.map((tone) => [tone, `#${tone}`])),
  ramp: { cool: ramp, warm: ramp },
  text: 13,
  font: 'sans-serif',
} as unknown as Palette

/** A horseshoe, open to the north: its middle lies outside of it. */
const horseshoe = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ] as [number, number][],
  ],
}
const areas: MapLayer = {
  kind: 'areas',
  id: 'grids',
  label: '网格',
  named: true,
  features: [{ id: 'g1', name: '第一网格', note: '12 件', geometry: horseshoe, value: null }],
}
const points: MapLayer = {
  kind: 'points',
  id: 'cases',
  label: '案件',
  cluster: true,
  features: [{ id: 'c1', name: '路灯不亮', at: [11, -2], tone: 'bad' }],
}
const tiles: MapLayer = {
  kind: 'tiles',
  id: 'all',
  label: '全部',
  url: '/api/t/{z}/{x}/{y}',
  shows: [{ as: 'points', of: 'cases' }],
}
const scene = (change: Partial<Scene>): Scene => ({
  base: null,
  layers: [],
  chosen: null,
  palette,
  tongue: 'zh',
  corners: [],
  me: null,
  origin: 'https://yiwang.example',
  ...change,
})
const ids = ({ layers }: StyleSpecification) => layers.map(({ id }) => id)

test('the name of an area stands inside it, whatever its shape', () => {
  expect(labelPoint(areas.features[0] as never)).toEqual([4.5, 0.5])
  expect(listedOf(areas)).toEqual([{ id: 'g1', name: '第一网格', note: '12 件', layer: 'grids', at: [4.5, 0.5] }])
})

test('everything that is shown fits into the first look', () => {
  expect(boundsOf([areas, points, tiles])).toEqual([0, -2, 11, 9])
  expect(boundsOf([tiles])).toBeNull()
})

test('what has no value carries none: it is drawn without colour, not as nought', () => {
  expect(featuresOf(areas).features[0]?.properties).toEqual({
    id: 'g1',
    name: '第一网格',
    note: '12 件',
    tone: 'plain',
  })
})

test('surfaces lie below the names of the ground, points above everything', () => {
  const base = { tiles: '/m/{z}/{x}/{y}', minZoom: 5, maxZoom: 15, bounds: [0, 0, 9, 9] as const, credit: '' }
  const order = ids(styleOf(scene({ base, layers: [points, areas] })))
  const at = (id: string) => order.indexOf(id)
  expect(at('water')).toBeLessThan(at('grids§fill'))
  expect(at('grids§fill')).toBeLessThan(at('name-way'))
  expect(at('name-place')).toBeLessThan(at('cases§point'))
  expect(new Set(order).size).toBe(order.length)
  expect(order.filter((id) => layerIdOf(id) === 'cases').length).toBeGreaterThan(3)
})

test('the same scene gives the same style, and choosing changes nothing but the mark of the chosen', () => {
  const before = styleOf(scene({ layers: [areas, points] }))
  expect(styleOf(scene({ layers: [areas, points] }))).toEqual(before)
  const after = styleOf(scene({ layers: [areas, points], chosen: { layer: 'grids', id: 'g1' } }))
  const changed = after.layers.filter((layer, at) => JSON.stringify(layer) !== JSON.stringify(before.layers[at]))
  expect(changed.map(({ id }) => id)).toEqual(['grids§chosen'])
  expect(after.sources).toEqual(before.sources)
})

test('tiles are asked of our own server only, by whole addresses', () => {
  const { sources } = styleOf(scene({ layers: [tiles] }))
  expect(sources.all).toMatchObject({ type: 'vector', tiles: ['https://yiwang.example/api/t/{z}/{x}/{y}'] })
})

test('an area begun shows its corners, and becomes a surface with the third', () => {
  const kinds = (corners: Scene['corners']) => {
    const source = styleOf(scene({ corners })).sources.sketch as unknown as {
      data: { features: { properties: { kind: string } }[] }
    }
    return source.data.features.map(({ properties }) => properties.kind)
  }
  expect(kinds([[0, 0]])).toEqual(['corner'])
  expect(
    kinds([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
  ).toEqual(['surface', 'line', 'corner', 'corner', 'corner'])
})

test('whoever does not see the map hears its name and finds everything on it in a list', () => {
  const html = renderToStaticMarkup(
    <TongueProvider initial="zh">
      <MapView label="杏林街道的案件" layers={[areas, points]} onPick={() => undefined} />
    </TongueProvider>,
  )
  expect(html).toContain('<section class="map" data-size="band" aria-label="杏林街道的案件">')
  expect(html).toContain('清单 · 2')
  expect(html).toMatch(/<button[^>]*class="map-line"[^>]*><span>路灯不亮<\/span>/)
})
