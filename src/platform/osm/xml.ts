import { SaxesParser } from 'saxes'
import { type Gathered, type GatheredTags, gathering, osmOf } from './gather.ts'
import { push } from './growing.ts'
import { memberKinds, type OsmProgress, type OsmRead, type OsmRefusal } from './model.ts'

const PIECE = 1 << 18

type Attributes = Readonly<Record<string, string>>
/** What is being read: the open node, way or relation, and why reading must stop. */
type Reading = { to: Gathered; open: GatheredTags | null; isOsm: boolean; stop: OsmRefusal | null }

/** Reads `.osm` XML of API version 0.6; about 15 MB a second of one core. */
export function readXml(bytes: Uint8Array, onProgress: OsmProgress = () => undefined): OsmRead {
  const reading: Reading = { to: gathering(), open: null, isOsm: false, stop: null }
  const parser = new SaxesParser({ position: true })
  let broken: OsmRefusal | null = null
  parser.on('opentag', ({ name, attributes }) => open(reading, name, attributes as Attributes))
  parser.on('closetag', ({ name }) => {
    if (name === 'node' || name === 'way' || name === 'relation') reading.open = null
  })
  parser.on('error', () => {
    broken ??= 'damaged'
  })
  const decoder = new TextDecoder('utf-8')
  for (let at = 0; at < bytes.length && !broken && !reading.stop; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    if (onProgress(Math.min(1, (at + PIECE) / bytes.length)) === false) reading.stop = 'cancelled'
  }
  const stopped = reading.stop ?? broken
  if (stopped) return { ok: false, refusal: reading.isOsm ? stopped : 'not-osm', at: parser.line }
  parser.close()
  if (!reading.isOsm) return { ok: false, refusal: 'not-osm', at: null }
  // The parser complains at the end only of what is still open: the file was cut off.
  if (broken) return { ok: false, refusal: 'truncated', at: parser.line }
  return osmOf(reading.to, 'xml')
}

function open(reading: Reading, name: string, attributes: Attributes): void {
  const { to } = reading
  if (name === 'tag') {
    if (!reading.open) return
    push(reading.open.keys, to.textOf(attributes.k ?? ''))
    push(reading.open.values, to.textOf(attributes.v ?? ''))
  } else if (name === 'nd') push(to.ways.refs, Number(attributes.ref))
  else if (name === 'node') openNode(reading, attributes)
  else if (name === 'way') openWay(reading, attributes)
  else if (name === 'relation') openRelation(reading, attributes)
  else if (name === 'member') addMember(reading, attributes)
  else if (name === 'bounds') to.bounds = boundsOf(attributes)
  else if (name === 'osm') reading.isOsm = true
  else if (name === 'osmChange' || name === 'create' || name === 'modify') reading.stop = 'unsupported'
}

const units = (degrees: string | undefined): number => Math.round(Number(degrees) * 1e7)

function boundsOf({ minlon, minlat, maxlon, maxlat }: Attributes): Gathered['bounds'] {
  return [units(minlon), units(minlat), units(maxlon), units(maxlat)]
}

/** A thing that was deleted stands in some extracts without a place; it is no part of the map. */
const isGone = ({ visible, action }: Attributes): boolean => visible === 'false' || action === 'delete'

function openNode(reading: Reading, attributes: Attributes): void {
  if (isGone(attributes)) return
  const { ids, lng, lat, tags } = reading.to.nodes
  const id = Number(attributes.id)
  const [east, north] = [units(attributes.lon), units(attributes.lat)]
  if (!Number.isSafeInteger(id) || Number.isNaN(east) || Number.isNaN(north)) {
    reading.stop = 'damaged'
    return
  }
  push(ids, id)
  push(lng, east)
  push(lat, north)
  push(tags.from, tags.keys.length)
  reading.open = tags
}

function openWay(reading: Reading, attributes: Attributes): void {
  const { ids, from, refs, tags } = reading.to.ways
  push(ids, Number(attributes.id))
  push(from, refs.length)
  push(tags.from, tags.keys.length)
  reading.open = tags
}

function openRelation(reading: Reading, attributes: Attributes): void {
  const { ids, from, refs, tags } = reading.to.relations
  push(ids, Number(attributes.id))
  push(from, refs.length)
  push(tags.from, tags.keys.length)
  reading.open = tags
}

function addMember({ to }: Reading, { type, ref, role }: Attributes): void {
  push(to.relations.refs, Number(ref))
  push(
    to.relations.kinds,
    Math.max(
      0,
      memberKinds.findIndex((kind) => kind === (type ?? '')),
    ),
  )
  push(to.relations.roles, to.textOf(role ?? ''))
}
