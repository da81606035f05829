import { useState } from 'react'
import { colourOf } from '../../../../kernel/cases/pages/desk/now.ts'
import { lightWords } from '../../../../kernel/cases/words/doors.ts'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Facts, Form, Item, Items, Page, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { TopicView, TopicWhole } from '../../model/topics.ts'
import { Mentions } from './Mentions.tsx'
import { TOPICS } from './reads.ts'
import { topicPartWords as parts, topicWords as words } from './words/topics.ts'

/** `/dispatch/topics/$topic`: why it is hot, the cases behind it, and opening it as a task. */
export function Topic() {
  const { params } = usePlace()
  const read = useRead<TopicWhole>(`/api/dispatch/topics/${params.topic}`, { topics: [TOPICS] })
  return <Loaded read={read}>{(whole) => <Whole whole={whole} />}</Loaded>
}

function Whole({ whole: { topic, cases } }: { whole: TopicWhole }) {
  const { t } = useTongue()
  return (
    <Page title={topic.name} lead={t(parts.line(topic))} acts={<Go to="/dispatch/topics">{t(words.back)}</Go>} wide>
      <Stack>
        <Why topic={topic} />
        {topic.openedAt === null ? <Open id={topic.id} /> : <Opened topic={topic} />}
        <Mentions topic={topic.id} />
        <Sheet title={t(words.cases)}>
          <Items label={t(words.cases)}>
            {cases.map((one) => (
              <Item key={one.id} title={`${one.number} ${one.title ?? ''}`} to={`/cases/${one.id}`}>
                <Row>
                  <Light colour={colourOf(one.light)} label={t(lightWords[one.light])} />
                  <Soft>
                    {t(one.stageLabel)} {one.unitName ?? ''}
                  </Soft>
                </Row>
              </Item>
            ))}
          </Items>
        </Sheet>
      </Stack>
    </Page>
  )
}

function Why({ topic: { heat, people, peak, days, likes } }: { topic: TopicView }) {
  const { t } = useTongue()
  const grown = (count: number) => (2 * Math.log(1 + count)).toFixed(1)
  return (
    <Sheet title={t(words.why)}>
      <Facts
        facts={[
          { label: t(parts.people(people)), value: people.toFixed(1) },
          { label: t(parts.peak(peak)), value: (peak / 2).toFixed(1) },
          { label: t(parts.days(days)), value: grown(days) },
          { label: t(parts.likes(likes)), value: grown(likes) },
          { label: t(words.heat), value: <strong>{heat.toFixed(1)}</strong> },
        ]}
      />
      <Soft>{t(words.whyText)}</Soft>
    </Sheet>
  )
}

function Opened({ topic }: { topic: TopicView }) {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.isOpened)}>
      <Row>
        {topic.openedAt ? <Soft>{t(parts.openedAt(t(formatInstant(topic.openedAt as Instant))))}</Soft> : null}
        <Soft>{t(parts.joined(topic.joinedSince))}</Soft>
        {topic.leadCase ? <Go to={`/cases/${topic.leadCase}`}>{t(words.leadCase)}</Go> : null}
      </Row>
    </Sheet>
  )
}

function Open({ id }: { id: string }) {
  const { t } = useTongue()
  const say = useToast()
  const [instruction, write] = useState('')
  const open = useAct<{ instruction: string }>(`/api/dispatch/topics/${id}/open`, {
    changes: [TOPICS],
    onDone: () => say(t(words.done)),
  })
  const trouble = troubleAt(open.problem, '/instruction')
  return (
    <Sheet title={t(words.open)}>
      <Form label={t(words.open)} onSend={() => open.act({ instruction })}>
        <Soft>{t(words.openLead)}</Soft>
        <TextArea
          label={t(words.instruction)}
          value={instruction}
          onChange={write}
          rows={3}
          max={1_000}
          required
          error={trouble && t(trouble)}
        />
        <ProblemNotice problem={open.problem} />
        <Row>
          <Button kind="primary" type="submit" busy={open.busy}>
            {t(words.open)}
          </Button>
        </Row>
      </Form>
    </Sheet>
  )
}
