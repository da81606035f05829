import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Facts, Form, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { EditBody, OutcomeView } from '../../model/plan-view.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'
import type { Asked } from './Planner.tsx'

type Props = { outcome: OutcomeView; edits: readonly EditBody[]; asked: Asked }

/** What edits bring, and keeping them as a plan. */
export function Outcome({ outcome, edits, asked }: Props) {
  const { t, count } = useTongue()
  const shared = (people: { covered: number; of: number }) =>
    t(words.share(count(Math.round(people.covered)), count(Math.round(people.of))))
  const points = (score: number | null) => (score === null ? '—' : score.toFixed(1))
  return (
    <Stack>
      <Figures>
        <Figure label={t(words.gained)} value={count(Math.round(outcome.gained))} tone="good" />
        <Figure
          label={t(words.lost)}
          value={count(Math.round(outcome.lost))}
          tone={outcome.lost > 0 ? 'bad' : 'plain'}
          note={t(words.reckonedIn(outcome.milliseconds))}
        />
      </Figures>
      <Facts
        facts={[
          { label: t(tryWords.everybody), value: `${shared(outcome.before.all)} → ${shared(outcome.after.all)}` },
          { label: t(tryWords.score), value: `${points(outcome.before.score)} → ${points(outcome.after.score)}` },
          ...outcome.kinds.map(({ kind, before, after }) => ({
            label: t(kindWords[kind]),
            value: `${shared(before)} → ${shared(after)}`,
          })),
        ]}
      />
      <KeepPlan edits={edits} asked={asked} />
    </Stack>
  )
}

function KeepPlan({ edits, asked }: Omit<Props, 'outcome'>) {
  const { t } = useTongue()
  const say = useToast()
  const [name, setName] = useState('')
  const keep = useAct<object>('/api/life-circle/plans', {
    changes: ['plans'],
    onDone: () => {
      setName('')
      say(t(words.saved))
    },
  })
  return (
    <Sheet title={t(words.save)}>
      <Form label={t(words.save)} onSend={() => keep.act({ ...asked, name, note: '', edits })}>
        <TextField
          label={t(words.planName)}
          hint={t(words.planNameHint)}
          required
          max={60}
          value={name}
          onChange={setName}
        />
        <ProblemNotice problem={keep.problem} />
        <Button
          kind="primary"
          type="submit"
          busy={keep.busy}
          blocked={name.trim() === '' ? t(words.needPlanName) : undefined}
        >
          {t(words.save)}
        </Button>
        <Soft>
          {t(words.edits)}: {edits.length}
        </Soft>
      </Form>
    </Sheet>
  )
}
