import { Deadline } from '../../../ui/parts/Deadline.tsx'
import { Light } from '../../../ui/parts/Light.tsx'
import { Facts, Row, Sheet } from '../../../ui/parts/layout.tsx'
import { type Step, Steps } from '../../../ui/parts/Steps.tsx'
import { Timeline } from '../../../ui/parts/Timeline.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

const due = '2026-11-27T15:59:59.999Z'

function useSteps(): readonly Step[] {
  const { t } = useTongue()
  return [
    { id: 'filed', title: t(words.stepFiled), state: 'done', note: t(words.time1) },
    { id: 'accepted', title: t(words.stepAccepted), state: 'done', note: t(words.time2) },
    { id: 'handling', title: t(words.stepHandling), state: 'here', note: t(words.stepNote) },
    { id: 'check', title: t(words.stepCheck), state: 'ahead' },
    { id: 'closed', title: t(words.stepClosed), state: 'ahead' },
  ]
}

/** The same way lying down, where there is room for it. */
export function WayLyingDown() {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.way)}>
      <Steps label={t(words.caseTitle)} steps={useSteps()} lie />
    </Sheet>
  )
}

export function Way() {
  const { t } = useTongue()
  const steps = useSteps()
  return (
    <Sheet title={t(words.caseTitle)}>
      <Facts
        facts={[
          { label: t(words.caseNumber), value: 'QS-20261120-0042' },
          { label: t(words.casePlace), value: t(words.casePlaceValue) },
        ]}
      />
      <Row>
        <Light colour="green" />
        <Light colour="yellow" />
        <Light colour="red" />
        <Light colour="off" />
        <Light colour="red" look="lamp" />
        <Light colour="yellow" look="plain" />
      </Row>
      <Deadline
        due={due}
        text={t(words.dueText)}
        light="green"
        left={t(words.leftGreen)}
        explanation={t(words.explanation)}
        provisional
      />
      <Deadline due={due} text={t(words.dueText)} light="yellow" left={t(words.leftYellow)} />
      <Deadline due={due} text={t(words.dueText)} light="red" left={t(words.leftRed)} />
      <Steps label={t(words.way)} steps={steps} />
      <History />
    </Sheet>
  )
}

function History() {
  const { t } = useTongue()
  return (
    <Timeline
      label={t(words.history)}
      entries={[
        { id: '4', at: '2026-11-23T07:05:00.000Z', time: t(words.time3), title: t(words.overdueEntry), tone: 'bad' },
        {
          id: '3',
          at: '2026-11-23T07:00:00.000Z',
          time: t(words.time3),
          title: t(words.extensionEntry),
          by: t(words.stepNote),
          text: t(words.extensionText),
          tone: 'warn',
        },
        {
          id: '2',
          at: '2026-11-20T02:40:00.000Z',
          time: t(words.time2),
          title: t(words.acceptedEntry),
          by: t(words.byCentre),
          tone: 'good',
        },
        { id: '1', at: '2026-11-20T01:12:00.000Z', time: t(words.time1), title: t(words.filedEntry) },
      ]}
    />
  )
}
