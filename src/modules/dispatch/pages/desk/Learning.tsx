import { useState } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Facts, Page, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type LearningsView, type LearningView, SHIPPED } from '../../model/learning.ts'
import { trainRefusalWords } from '../../words/classify.ts'
import { dispatchRefusals } from '../../words.ts'
import { Compared } from './Compared.tsx'
import { Drift } from './Drift.tsx'
import { learningCountWords as counts, learningStateWords as states, learningWords as words } from './words/learning.ts'

const LEARNING = 'dispatch-learning'
const EVERY = 3_000

/** `/dispatch/learning`: how the proposals fare, the model in force, training anew and switching. */
export function Learning() {
  const { t } = useTongue()
  const read = useRead<LearningsView>('/api/dispatch/learning', { topics: [LEARNING], every: EVERY })
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Loaded read={read}>
        {(shown) => (
          <Stack>
            <Drift />
            <Trainings shown={shown} />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function Trainings({ shown }: { shown: LearningsView }) {
  const { rows, inForce, may } = shown
  const running = rows.find(({ state }) => state === 'running')
  const newest = rows.find(({ comparison }) => comparison !== null)
  return (
    <>
      <InForce shown={shown} />
      <Anew shown={shown} running={running} />
      {newest?.comparison ? <Compared comparison={newest.comparison} /> : null}
      <History rows={rows} may={may} ownInForce={inForce.id !== SHIPPED} />
    </>
  )
}

const percentOf = (share: number): string => `${(share * 100).toFixed(1)} %`

function InForce({ shown: { inForce } }: { shown: LearningsView }) {
  const { t } = useTongue()
  const { figures, automatic, since, by } = inForce
  return (
    <Sheet title={t(words.inForce)}>
      <Soft>
        {t(inForce.id === SHIPPED ? words.shipped : words.own)} · {inForce.day}
        {since && by ? ` · ${t(counts.since(t(formatInstant(since as Instant)), by))}` : ''}
      </Soft>
      <Facts
        facts={[
          { label: t(words.macroF1), value: figures.macroF1.toFixed(4) },
          { label: t(words.accuracy), value: percentOf(figures.accuracy) },
          { label: t(words.ece), value: figures.ece.toFixed(4) },
          { label: t(words.count), value: figures.count },
          { label: t(words.share), value: percentOf(automatic.share) },
          { label: t(words.wrong), value: percentOf(automatic.error) },
        ]}
      />
      <Soft>{inForce.labels.join('、')}</Soft>
    </Sheet>
  )
}

function Anew({ shown, running }: { shown: LearningsView; running: LearningView | undefined }) {
  const { t } = useTongue()
  const say = useToast()
  const begin = useAct('/api/dispatch/learning', { changes: [LEARNING], onDone: () => say(t(words.began)) })
  const { files, decisions } = shown.lessons
  return (
    <Sheet title={t(words.train)}>
      <Soft>{t(words.trainLead)}</Soft>
      <Soft>{files.length === 0 ? t(words.noFiles) : t(counts.files(files))}</Soft>
      <Soft>{t(counts.decisions(decisions))}</Soft>
      {running ? (
        <Running one={running} may={shown.may} />
      ) : shown.may ? (
        <Row>
          <Button kind="primary" busy={begin.busy} onPress={() => begin.act({})}>
            {t(words.train)}
          </Button>
        </Row>
      ) : null}
      <ProblemNotice problem={begin.problem} />
    </Sheet>
  )
}

function Running({ one: { id, round, rounds }, may }: { one: LearningView; may: boolean }) {
  const { t } = useTongue()
  const say = useToast()
  const end = useAct(`/api/dispatch/learning/${id}/call-off`, {
    changes: [LEARNING],
    onDone: () => say(t(words.calledOff)),
  })
  return (
    <Row>
      <progress value={round} max={rounds} aria-label={t(words.progress)} />
      <Soft>
        {round} / {rounds}
      </Soft>
      {may ? (
        <Button busy={end.busy} onPress={() => end.act({})}>
          {t(words.callOff)}
        </Button>
      ) : null}
      <ProblemNotice problem={end.problem} />
    </Row>
  )
}

type HistoryProps = { rows: readonly LearningView[]; may: boolean; ownInForce: boolean }

function History({ rows, may, ownInForce }: HistoryProps) {
  const { t } = useTongue()
  const reasonOf = (refusal: string | null) => {
    const known: Readonly<Record<string, (typeof dispatchRefusals)[string]>> = {
      ...dispatchRefusals,
      ...trainRefusalWords,
    }
    const said = refusal === null ? undefined : known[refusal]
    return said ? `：${t(said)}` : ''
  }
  return (
    <Sheet
      title={t(words.history)}
      acts={may && ownInForce ? <Switching id={SHIPPED} title={t(words.switchBack)} /> : null}
    >
      {rows.length === 0 ? (
        <Soft>{t(words.noHistory)}</Soft>
      ) : (
        <Table
          caption={t(words.history)}
          hideCaption
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'asked', title: t(words.asked), cell: ({ askedAt }) => t(formatInstant(askedAt as Instant)) },
            { id: 'by', title: t(words.by), cell: ({ askedBy }) => askedBy },
            {
              id: 'state',
              title: t(words.state),
              cell: ({ state, refusal }) => `${t(states[state])}${reasonOf(refusal)}`,
            },
            {
              id: 'f1',
              title: t(words.macroF1),
              align: 'end',
              cell: ({ comparison }) => comparison?.after.all.macroF1.toFixed(4) ?? '—',
            },
            {
              id: 'switch',
              title: t(words.switchOn),
              cell: ({ id, inForce, canSwitch }) =>
                inForce ? t(words.using) : may && canSwitch ? <Switching id={id} title={t(words.switchOn)} /> : '—',
            },
          ]}
        />
      )}
    </Sheet>
  )
}

function Switching({ id, title }: { id: string; title: string }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const turn = useAct(`/api/dispatch/models/${id}/switch`, {
    changes: [LEARNING],
    onDone: () => {
      setOpen(false)
      say(t(words.switched))
    },
  })
  return (
    <>
      <Button onPress={() => setOpen(true)}>{title}</Button>
      <Confirm
        open={open}
        title={title}
        act={title}
        busy={turn.busy}
        problem={turn.problem}
        onAct={() => turn.act({})}
        onClose={() => setOpen(false)}
      >
        {t(words.switchLead)}
      </Confirm>
    </>
  )
}
