import type { ReactNode } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Items, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { useMore } from './useMore.ts'
import { followingWords as words } from './words/following.ts'

type Props<Row> = {
  label: string
  list: ReturnType<typeof useMore<Row>>
  empty: ReactNode
  children(row: Row): ReactNode
}

/** A growing list in whichever state it is; what is in hand stays when more of it cannot be had. */
export function MoreList<Row>({ label, list, empty, children }: Props<Row>) {
  const { t, count } = useTongue()
  const { rows, problem, retry, more, busy } = list
  if (rows === undefined) return problem ? <ErrorState problem={problem} onRetry={retry} /> : <LoadingState count={4} />
  if (rows.length === 0) return empty
  return (
    <Stack>
      <Items label={label}>{rows.map(children)}</Items>
      <ProblemNotice problem={problem} />
      {more ? (
        <Button wide busy={busy} onPress={more}>
          {t(words.more)}
        </Button>
      ) : (
        <Soft>
          {t(words.shown)} {count(rows.length)}
        </Soft>
      )}
    </Stack>
  )
}
