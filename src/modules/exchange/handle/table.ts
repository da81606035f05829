import type { Readable } from 'node:stream'
import { formatInstant } from '../../../kernel/worktime/rules.ts'
import { everyRow, type Paging } from '../../../platform/tables/every-row.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { Instant } from '../../../platform/time.ts'
import type { PassingLine } from '../store/passings.ts'
import { passingWords } from '../words/passing.ts'
import { tableWords as words } from '../words/table.ts'

const columns: readonly Column[] = [
  { key: 'number', title: words.number, width: 20 },
  { key: 'partner', title: words.partner, width: 24 },
  { key: 'code', title: words.code, width: 20 },
  { key: 'state', title: words.state },
  { key: 'remote', title: words.remote, width: 20 },
  { key: 'status', title: words.status },
  { key: 'notes', title: words.notes, width: 40 },
  { key: 'attempts', title: words.attempts, kind: 'number' },
  { key: 'at', title: words.at, width: 20 },
  { key: 'sentAt', title: words.sentAt, width: 20 },
  { key: 'seenAt', title: words.seenAt, width: 20 },
]

const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at).zh)

/** The list of deliveries as a file; titles are left out, as they may tell of people. */
export const deliveryTable = (
  paging: Paging<PassingLine>,
  names: ReadonlyMap<string, string>,
  format: TableFormat,
): Readable =>
  tableStream(format, [
    {
      name: words.deliveries,
      columns,
      rows: everyRow(
        paging,
        ({ number, partner, code, state, remoteId, status, notes, error, attempts, ...times }) => ({
          number,
          partner: names.get(partner) ?? partner,
          code,
          state: passingWords[state].zh,
          remote: remoteId,
          status: status === null ? null : words[status],
          notes: error ?? notes,
          attempts,
          at: time(times.at),
          sentAt: time(times.sentAt),
          seenAt: time(times.seenAt),
        }),
      ),
    },
  ])
