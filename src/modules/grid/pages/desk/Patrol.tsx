import { useEffect, useState } from 'react'
import { type StaffMe, useMe } from '../../../../kernel/people/pages/me.ts'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { keep, kept } from '../../../../ui/kept.ts'
import { keepPage } from '../../../../ui/offline.ts'
import { useOnline } from '../../../../ui/online.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Page, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PatrolView } from '../../model/patrol.ts'
import './patrol/patrol.css'
import { Queue, useMyReports } from './patrol/Queue.tsx'
import { Report } from './patrol/Report.tsx'
import { PatrolMap, Tasks } from './patrol/Tasks.tsx'
import { useTrack } from './patrol/useTrack.ts'
import { patrolWords as words } from './words/patrol.ts'

const PATROL = '/api/grid/patrol'
const OFTEN = 60_000

/** `/desk/patrol`: for a thumb, in the sun, with or without a line. */
export function Patrol() {
  const me = useMe()
  return <Loaded read={me}>{(who) => (who?.kind === 'staff' ? <Walking me={who} /> : null)}</Loaded>
}

function Walking({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  const read = useRead<PatrolView>(PATROL, { topics: ['patrol', 'desk'], every: OFTEN })
  const { refetch } = read
  const online = useOnline()
  const reports = useMyReports(me)
  const sent = reports.filter(({ state }) => state === 'arrived').length
  const name = `patrol.${me.id}`
  // What was seen last stays on the device without the tasks, with the page itself and who one is, so that one may open
  // it and report where there is no line. It goes when he signs out.
  useEffect(() => {
    if (!read.data) return
    keep(name, { ...read.data, tasks: [] })
    keep('patrol.me', me)
    keepPage('/desk/patrol')
  }, [name, read.data, me])
  // What went out by itself is counted and may have become a task.
  useEffect(() => {
    if (sent > 0) void refetch()
  }, [sent, refetch])
  // Without a line nobody waits for the tries to end. The page that stands is not drawn anew when the answer comes.
  const lineless = !online || read.failureCount > 0
  const view = read.data ?? (lineless ? (kept(name) as PatrolView | undefined) : undefined)
  return (
    <div className="patrol" data-theme="resident">
      <Page title={t(words.title)} lead={me.name}>
        <Queue reports={reports} />
        {view ? <Standing me={me} view={view} /> : <Loaded read={read}>{() => null}</Loaded>}
      </Page>
    </div>
  )
}

function Standing({ me, view }: { me: StaffMe; view: PatrolView }) {
  const { t } = useTongue()
  const [from, setFrom] = useState<LngLat | null>(null)
  useTrack(view.onDutySince !== null)
  return (
    <>
      <DutyBar view={view} />
      <Report me={me} view={view} />
      <Tasks view={view} from={from} />
      <Sheet title={t(words.map)}>
        <PatrolMap view={view} onFound={setFrom} />
      </Sheet>
    </>
  )
}

/** In or out, since when, and what that means for the track. */
function DutyBar({ view: { onDutySince, trackDays } }: { view: PatrolView }) {
  const { t } = useTongue()
  const change = useAct<{ on: boolean }>(`${PATROL}/duty`, { changes: ['patrol'] })
  const isOn = onDutySince !== null
  return (
    <Sheet>
      <Row push>
        <Light
          colour={isOn ? 'green' : 'off'}
          label={
            isOn
              ? `${t(words.onDuty)} · ${t(words.since)}${t(formatInstant(onDutySince as Instant))}`
              : t(words.offDuty)
          }
        />
        <Button kind={isOn ? 'plain' : 'primary'} busy={change.busy} onPress={() => change.act({ on: !isOn })}>
          {t(isOn ? words.signOut : words.signIn)}
        </Button>
      </Row>
      <Soft>{t(words.trackNote(trackDays))}</Soft>
      <ProblemNotice problem={change.problem} />
    </Sheet>
  )
}
