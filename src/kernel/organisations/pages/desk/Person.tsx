import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Facts, Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Session, StaffAccount } from '../../../people/model.ts'
import { accountStates } from '../../../people/words.ts'
import { Care } from './Care.tsx'
import { HandOver } from './HandOver.tsx'
import { History } from './History.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { LeaveTable } from './Leaves.tsx'
import { PostForm } from './PostForm.tsx'
import { PostTable } from './Posts.tsx'
import { ORGANISATIONS, useUnitNames } from './trees.ts'
import { leaveWords } from './words/leave.ts'
import { peopleWords } from './words/people.ts'
import { personWords as words } from './words/person.ts'
import { postWords } from './words/posts.ts'

export type Person = StaffAccount & { readonly heldUntil: Instant | null; readonly may: boolean }

/** `/admin/people/$id`: one account with everything that hangs on it. */
export function PersonPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRead<Person>(`/api/people/staff/${params.id}`, { topics: [ORGANISATIONS] })
  return (
    <Page title={read.data?.name ?? t(words.one)} wide>
      <Loaded read={read}>{(person) => <One person={person} />}</Loaded>
    </Page>
  )
}

function One({ person }: { person: Person }) {
  const { t } = useTongue()
  return (
    <Stack>
      {person.may ? null : <Notice title={t(words.notMine)} />}
      <Account person={person} />
      <Held person={person} />
      <Away person={person} />
      <Devices id={person.id} />
      <History of={person.id} />
    </Stack>
  )
}

function Account({ person }: { person: Person }) {
  const { t, tongue } = useTongue()
  const unitName = useUnitNames()
  const { account, unit, state, totp, mustChangePassword, createdAt, heldUntil } = person
  return (
    <Sheet title={t(words.facts)}>
      {heldUntil ? <Notice tone="warn" title={`${t(words.held)} ${minuteOf(heldUntil, tongue)}`} /> : null}
      <Facts
        facts={[
          { label: t(peopleWords.account), value: account },
          { label: t(peopleWords.unit), value: unitName(unit) },
          { label: t(peopleWords.state), value: t(accountStates[state]) },
          { label: t(peopleWords.totp), value: t(totp ? peopleWords.on : peopleWords.off) },
          { label: t(words.mustChange), value: t(mustChangePassword ? words.yes : words.no) },
          { label: t(peopleWords.created), value: minuteOf(createdAt, tongue) },
        ]}
      />
      {person.may && state !== 'left' ? <Care person={person} /> : null}
    </Sheet>
  )
}

function Held({ person }: { person: Person }) {
  const { t } = useTongue()
  const [giving, setGiving] = useState(false)
  const add = (
    <Button icon="plus" onPress={() => setGiving(true)}>
      {t(postWords.give)}
    </Button>
  )
  return (
    <>
      {giving ? <PostForm staff={person.id} onClose={() => setGiving(false)} /> : null}
      <Sheet title={t(words.posts)} acts={person.state === 'left' ? null : add}>
        <PostTable query={{ staff: person.id }} />
      </Sheet>
    </>
  )
}

function Away({ person }: { person: Person }) {
  const { t } = useTongue()
  const [arranging, setArranging] = useState(false)
  const isHere = person.state !== 'left'
  return (
    <>
      {arranging ? <LeaveForm staff={person.id} onClose={() => setArranging(false)} /> : null}
      <Sheet title={t(words.away)}>
        <LeaveTable query={{ staff: person.id }} />
        {isHere ? (
          <Row>
            <Button icon="plus" onPress={() => setArranging(true)}>
              {t(leaveWords.arrange)}
            </Button>
            <HandOver staff={person.id} leaves={false} />
            {person.may ? <HandOver staff={person.id} leaves /> : null}
          </Row>
        ) : null}
      </Sheet>
    </>
  )
}

function Devices({ id }: { id: string }) {
  const { t, tongue } = useTongue()
  const read = useRead<{ rows: readonly Session[] }>(`/api/people/staff/${id}/sessions`, { topics: [ORGANISATIONS] })
  return (
    <Sheet title={t(words.sessions)}>
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="lock" title={t(words.noSessions)} />
          ) : (
            <Table
              caption={t(words.sessions)}
              hideCaption
              rows={rows}
              rowId={(session) => session.id}
              columns={[
                { id: 'device', title: t(words.device), cell: ({ device }) => device },
                { id: 'ip', title: t(words.address), cell: ({ ip }) => ip },
                { id: 'started', title: t(words.started), cell: ({ startedAt }) => minuteOf(startedAt, tongue) },
                { id: 'seen', title: t(words.lastSeen), cell: ({ seenAt }) => minuteOf(seenAt, tongue) },
              ]}
            />
          )
        }
      </Loaded>
    </Sheet>
  )
}
