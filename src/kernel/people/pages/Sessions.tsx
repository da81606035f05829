import type { Instant } from '../../../platform/time.ts'
import { useAct } from '../../../ui/api/acts.ts'
import { useRead } from '../../../ui/api/reads.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Light } from '../../../ui/parts/Light.tsx'
import { Item, Items, Page, Row, Soft } from '../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { ReadableTime } from '../../../ui/parts/ReadableTime.tsx'
import { Loaded } from '../../../ui/parts/states.tsx'
import { useToast } from '../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import type { SessionId, SignInWay } from '../model.ts'
import { signInWays } from '../words.ts'
import { deviceOf } from './device.ts'
import { signInWords as words } from './words.ts'

type Line = {
  id: SessionId
  way: SignInWay
  device: string
  ip: string
  startedAt: Instant
  seenAt: Instant
  current: boolean
}

type Props = {
  /** How the office writes an instant; the worktime house knows. */
  write: (at: Instant) => string
}

/** Where I am signed in, and an end to any of it. */
export function Sessions({ write }: Props) {
  const { t } = useTongue()
  const sessions = useRead<{ rows: readonly Line[] }>('/api/people/sessions', { topics: ['me/sessions'] })
  return (
    <Page title={t(words.sessions)} lead={t(words.sessionsLead)}>
      <Loaded read={sessions}>
        {({ rows }) => (
          <Items label={t(words.sessions)}>
            {rows.map((line) => (
              <SessionItem key={line.id} line={line} write={write} />
            ))}
          </Items>
        )}
      </Loaded>
    </Page>
  )
}

function SessionItem({ line, write }: { line: Line; write: Props['write'] }) {
  const { t } = useTongue()
  const say = useToast()
  const end = useAct<undefined>(`/api/people/sessions/${line.id}`, {
    method: 'DELETE',
    changes: ['me/sessions'],
    onDone: () => say(t(words.sessionOver)),
  })
  return (
    <Item title={(deviceOf(line.device) ?? [words.unknownDevice]).map(t).join(' · ')}>
      <Soft>
        {t(signInWays[line.way])} · {t(words.address)} {line.ip}
      </Soft>
      <Soft>
        {t(words.started)} <ReadableTime at={line.startedAt} text={write(line.startedAt)} /> · {t(words.seen)}{' '}
        <ReadableTime at={line.seenAt} text={write(line.seenAt)} />
      </Soft>
      <Row>
        {line.current ? (
          <Light colour="green" label={t(words.thisDevice)} />
        ) : (
          <Button kind="danger" busy={end.busy} onPress={() => end.act(undefined)}>
            {t(words.endSession)}
          </Button>
        )}
      </Row>
      <ProblemNotice problem={end.problem} />
    </Item>
  )
}
