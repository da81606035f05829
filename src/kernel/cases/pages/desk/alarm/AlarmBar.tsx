import { useAct } from '../../../../../ui/api/acts.ts'
import { useLive } from '../../../../../ui/api/live.ts'
import { useReadOrNull } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useSiren } from '../../../../../ui/siren.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { useMe } from '../../../../people/pages/me.ts'
import type { CaseLine } from '../../../model/views.ts'
import { watchesAlarms } from '../../../policy/alarms.ts'
import { alarmWords as words } from '../words/alarm.ts'
import './alarm.css'

const ALARMS = '/api/cases/alarms'
/** Looked at anew though no news came: an alarm may not hang on a line that is down. */
const EVERY = 15_000

type Props = {
  /** The wall shows and sounds; it answers nothing. */
  answers: boolean
}

/** Burns on the frame until a person has answered; who that was and when stands in the ledger of the case. */
export function AlarmBar({ answers }: Props) {
  useLive(['alarms'])
  const me = useMe().data
  const read = useReadOrNull<{ rows: readonly CaseLine[] }>(ALARMS, 'forbidden', {
    topics: ['alarms'],
    every: EVERY,
    when: me?.kind === 'staff' && watchesAlarms(me.capacities),
  })
  const rows = read.data?.rows ?? []
  return rows.length === 0 ? null : <Burning rows={rows} answers={answers} />
}

function Burning({ rows, answers }: { rows: readonly CaseLine[]; answers: boolean }) {
  const { t } = useTongue()
  const siren = useSiren(true)
  const shown = rows.slice(0, 3)
  return (
    <section className="alarm" role="alert" aria-label={t(words.burning(rows.length))}>
      <p className="alarm-head">
        <Icon name="warn" />
        <strong>{t(words.burning(rows.length))}</strong>
        <Button
          kind="quiet"
          icon="sound"
          pressed={siren.wished && !siren.silent}
          onPress={siren.wished && !siren.silent ? siren.mute : siren.allow}
        >
          {t(siren.wished && !siren.silent ? words.mute : words.sound)}
        </Button>
      </p>
      <ul>
        {shown.map((line) => (
          <Alarm key={line.id} line={line} answers={answers} />
        ))}
      </ul>
      {rows.length > shown.length ? <p>{t(words.others(rows.length - shown.length))}</p> : null}
    </section>
  )
}

function Alarm({ line, answers }: { line: CaseLine; answers: boolean }) {
  const { t } = useTongue()
  const answer = useAct<{ seen: number }>(`/api/cases/${line.id}/moves/answerAlarm`, {
    changes: ['alarms', 'desk', `case/${line.id}`],
  })
  return (
    <li>
      <span>
        {line.number} {line.title ?? ''} · {t(line.stageLabel)}
        {line.unitName ? ` · ${line.unitName}` : ''}
      </span>
      {answers ? (
        <span className="row">
          <Go to={`/cases/${line.id}`} look="plain">
            {t(words.look)}
          </Go>
          <Button kind="primary" busy={answer.busy} onPress={() => answer.act({ seen: line.version })}>
            {t(words.answer)}
          </Button>
        </span>
      ) : null}
      <ProblemNotice problem={answer.problem} />
    </li>
  )
}
