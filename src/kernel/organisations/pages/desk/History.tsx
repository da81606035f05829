import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { usePages } from '../../../../ui/api/pages.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { accountStates } from '../../../people/words.ts'
import type { KnownRight } from '../../model.ts'
import { dutyParts } from '../../words/duties.ts'
import { capacities, scopes, unitKinds, unitLevels } from '../../words.ts'
import { ORGANISATIONS } from './trees.ts'
import { fieldWords, historyWords as words } from './words/history.ts'

export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null }
export type OperationRow = {
  readonly id: string
  readonly at: Instant
  readonly who: string
  readonly whoName: string | null
  readonly whatSaid: Said
  readonly target: string
  readonly targetName: string | null
  readonly outcomeSaid: Said
  readonly ip: string
  readonly changes: readonly Change[]
}

/** Every button of the city with its name. */
export const useRights = () =>
  useRead<{ rows: readonly KnownRight[] }>('/api/organisations/rights', { topics: [ORGANISATIONS] })

type Entry = { readonly code: string; readonly name: Said; readonly retired: boolean }
/** The entries of a dictionary. */
export const useEntries = <Row extends Entry>(id: string) =>
  useRead<{ rows: readonly Row[] }>(`/api/organisations/dictionaries/${id}`, { topics: [ORGANISATIONS] })

/** A value of a field as it is said: codes have words, ids came with their names. */
function useValueWords(): (field: string, value: string) => string {
  const { t } = useTongue()
  const rights = useRights()
  const reasons = useEntries<Entry>('dict_lock-reasons')
  const tables: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
    state: accountStates,
    scope: scopes,
    capacity: capacities,
    kind: unitKinds,
    level: unitLevels,
    part: dutyParts,
    entryState: { retired: words.retired, 'in-use': words.inUse },
    right: Object.fromEntries((rights.data?.rows ?? []).map(({ right, label }) => [right, label])),
    reason: Object.fromEntries((reasons.data?.rows ?? []).map(({ code, name }) => [code, name])),
  }
  return (field, value) => {
    const found = tables[field]?.[value]
    return found ? t(found) : value
  }
}

/** One line for each thing that changed: "level: section → department". */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTongue()
  const saidValue = useValueWords()
  const textOf = ({ field, before, after }: Change) => {
    if (before === null && after === null) return t(words.changedName)
    const now = after === null ? t(words.nothing) : saidValue(field, after)
    return before === null ? now : `${saidValue(field, before)} → ${now}`
  }
  return (
    <Stack gap="tight">
      {changes.map((change) => (
        <span key={`${change.field} ${change.before} ${change.after}`}>
          <Soft>{fieldWords[change.field] ? t(fieldWords[change.field] as Said) : change.field} </Soft>
          {textOf(change)}
        </span>
      ))}
    </Stack>
  )
}

/** Who changed what of one thing and when, newest first: `of` is its id. */
export function History({ of }: { of: string }) {
  const { t, tongue } = useTongue()
  const read = usePages<OperationRow>('/api/organisations/history', { of }, [ORGANISATIONS])
  // Of a unit or a person elsewhere the page itself may be read, and what was done there not.
  if (read.error?.kind === 'forbidden') return null
  if (!read.data)
    return read.error ? (
      <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <LoadingState shape="list" />
    )
  return (
    <Sheet title={t(words.history)}>
      {read.data.length === 0 ? (
        <Soft>{t(words.none)}</Soft>
      ) : (
        <Timeline
          label={t(words.history)}
          entries={read.data.map((row) => ({
            id: row.id,
            at: row.at,
            time: minuteOf(row.at, tongue),
            title: t(row.whatSaid),
            by: row.whoName ?? row.who,
            more: row.changes.length > 0 ? <Changes changes={row.changes} /> : undefined,
          }))}
        />
      )}
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(uiWords.more)}
        </Button>
      ) : null}
    </Sheet>
  )
}
