import type { Instant } from '../../../../../platform/time.ts'
import { useAct } from '../../../../../ui/api/acts.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Page } from '../../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../../ui/parts/Paged.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import { adminWords as words } from '../words/admin.ts'

type Letter = {
  readonly id: string
  readonly what: string
  readonly due: Instant
  readonly attempts: number
  readonly error: string
}

const LETTERS = 'dead-letters'

/** `/admin/dead-letters`: what the clockwork could not do, and another try. */
export function DeadLetters() {
  const { t } = useTongue()
  return (
    <Page title={t(words.letters)} lead={t(words.lettersLead)} wide>
      <Paged<Letter>
        url="/api/cases/dead-letters"
        topics={[LETTERS]}
        caption={t(words.letters)}
        empty={t(words.noLetters)}
        rowId={({ id }) => id}
        columns={[
          { id: 'what', title: t(words.what), cell: ({ what }) => what },
          { id: 'due', title: t(words.due), cell: ({ due }) => t(formatInstant(due)) },
          { id: 'attempts', title: t(words.attempts), align: 'end', cell: ({ attempts }) => attempts },
          { id: 'error', title: t(words.error), cell: ({ error }) => error },
          { id: 'retry', title: t(words.retry), cell: ({ id }) => <Retry id={id} /> },
        ]}
      />
    </Page>
  )
}

function Retry({ id }: { id: string }) {
  const { t } = useTongue()
  const say = useToast()
  const retry = useAct<{ id: string }>('/api/cases/dead-letters/retry', {
    changes: [LETTERS],
    onDone: () => say(t(words.retried)),
  })
  return (
    <>
      <Button busy={retry.busy} onPress={() => retry.act({ id })}>
        {t(words.retry)}
      </Button>
      <ProblemNotice problem={retry.problem} />
    </>
  )
}
