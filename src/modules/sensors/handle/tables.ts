import type { Readable } from 'node:stream'
import { formatInstant } from '../../../kernel/worktime/rules.ts'
import { everyRow, type Paging } from '../../../platform/tables/every-row.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Reading } from '../model/sensor.ts'
import type { EpisodeLine, SensorLine } from '../store/sensors.ts'
import { tableWords as words } from '../words/tables.ts'
import { kindWords } from '../words.ts'

const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at).zh)

const sensorColumns: readonly Column[] = [
  { key: 'id', title: words.id, width: 20 },
  { key: 'name', title: words.name, width: 24 },
  { key: 'kind', title: words.kind },
  { key: 'place', title: words.place, width: 30 },
  { key: 'unit', title: words.unit },
  { key: 'lat', title: words.lat, kind: 'number', width: 12 },
  { key: 'long', title: words.long, kind: 'number', width: 12 },
  { key: 'active', title: words.active },
  { key: 'lastAt', title: words.lastAt, width: 20 },
  { key: 'lastValue', title: words.lastValue, kind: 'number' },
]

export const sensorTable = (paging: Paging<SensorLine>, format: TableFormat): Readable =>
  tableStream(format, [
    {
      name: words.sensors,
      columns: sensorColumns,
      rows: everyRow(paging, ({ id, name, kind, place, unit, lat, long, active, lastAt, lastValue }) => ({
        id,
        name,
        kind: kindWords[kind].zh,
        place,
        unit,
        lat,
        long,
        active: active ? words.yes : words.no,
        lastAt: time(lastAt),
        lastValue,
      })),
    },
  ])

const episodeColumns: readonly Column[] = [
  { key: 'sensor', title: words.sensor, width: 20 },
  { key: 'rule', title: words.rule, width: 24 },
  { key: 'raisedAt', title: words.raisedAt, width: 20 },
  { key: 'recoveredAt', title: words.recoveredAt, width: 20 },
  { key: 'value', title: words.value, kind: 'number' },
  { key: 'peak', title: words.peak, kind: 'number' },
  { key: 'case', title: words.case, width: 20 },
]

export const episodeTable = (paging: Paging<EpisodeLine>, format: TableFormat): Readable =>
  tableStream(format, [
    {
      name: words.episodes,
      columns: episodeColumns,
      rows: everyRow(paging, ({ sensor, rule, raisedAt, recoveredAt, value, peak, number }) => ({
        sensor,
        rule,
        raisedAt: time(raisedAt),
        recoveredAt: time(recoveredAt),
        value,
        peak,
        case: number,
      })),
    },
  ])

const readingColumns: readonly Column[] = [
  { key: 'at', title: words.at, width: 26 },
  { key: 'value', title: words.value, kind: 'number' },
]

export const readingTable = (paging: Paging<Reading>, format: TableFormat): Readable =>
  tableStream(format, [
    { name: words.readings, columns: readingColumns, rows: everyRow(paging, ({ at, value }) => ({ at, value })) },
  ])
