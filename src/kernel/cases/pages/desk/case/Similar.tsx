import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Said } from '../../../../../platform/words.ts'
import { useAct } from '../../../../../ui/api/acts.ts'
import { call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useShortcut } from '../../../../../ui/shortcut.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff } from '../../../model/views.ts'
import { DESK } from '../list/reads.ts'
import { similarWords as words } from '../words/similar.ts'

type Alike = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly stageLabel: Said
  readonly unitName: string | null
  readonly people: number
  readonly score: number | null
  readonly ended: boolean
}

const LINK = 'linkRepeat'
const ADDRESS = '/api/dispatch/similar'
const SHOWN = 5

/** Cases that perhaps tell the same; whoever may link this one does it with one key to the first that is open. */
export function Similar({ shown }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const say = useToast()
  const { id } = shown.card
  const found = useQuery<{ rows: readonly Alike[] }, Problem>({
    queryKey: [ADDRESS, id],
    queryFn: ({ signal }) => call('POST', ADDRESS, { case: id }, { signal }),
    retry: false,
  })
  const link = useAct<{ fields: object; seen: number }, unknown>(`/api/cases/${id}/moves/${LINK}`, {
    changes: [DESK, `case/${id}`],
    onDone: () => say(t(words.linked)),
  })
  const rows = (found.data?.rows ?? []).slice(0, SHOWN)
  const mayLink = shown.moves.some(({ move }) => move === LINK)
  const first = mayLink ? rows.find(({ ended }) => !ended) : undefined
  const [asking, setAsking] = useState<Alike | null>(null)
  useShortcut('l', () => first && setAsking(first), first && words.link)
  if (rows.length === 0) return null
  return (
    <Sheet title={t(words.title)}>
      <Stack gap="tight">
        {rows.map((row) => (
          <Row key={row.id}>
            <Go to={`/cases/${row.id}`}>
              {row.number} {row.title}
            </Go>
            <Soft>
              {t(row.stageLabel)} · {row.unitName ?? ''} · {t(words.people(row.people))} ·{' '}
              {t(words.alike(row.score ?? 0))}
            </Soft>
            {mayLink && !row.ended ? (
              <Button kind="quiet" busy={link.busy} onPress={() => setAsking(row)}>
                {t(row === first ? words.linkFirst : words.link)}
              </Button>
            ) : null}
          </Row>
        ))}
      </Stack>
      <ProblemNotice problem={link.problem} />
      <Confirm
        open={asking !== null}
        title={t(words.sure)}
        act={t(words.link)}
        onClose={() => setAsking(null)}
        onAct={() => {
          if (asking) link.act({ fields: { original: asking.id }, seen: shown.version })
          setAsking(null)
        }}
      >
        <p>
          {asking?.number} {asking?.title}
        </p>
        <p>{t(words.sureText)}</p>
      </Confirm>
    </Sheet>
  )
}
