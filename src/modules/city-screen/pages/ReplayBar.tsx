import { formatDay } from '../../../kernel/worktime/rules.ts'
import type { Day } from '../../../platform/time.ts'
import { asProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { Slider } from '../../../ui/parts/Slider.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { STEP } from '../rules/replay.ts'
import { Bars } from './boards/Bars.tsx'
import type { Moment } from './moment.ts'
import './replay.css'
import { clockOf, dayAfter, dayBefore, type Replay, speeds } from './useReplay.ts'
import { replayWords as words } from './words.ts'

/** Says in large type that this is not now. */
export function ReplayMark({ moment: { day, minute } }: { moment: Moment }) {
  const { t } = useTongue()
  return (
    <strong className="replay-mark">
      {t(words.mark)} {t(formatDay(day))} {clockOf(minute)} · {t(words.notNow)}
    </strong>
  )
}

/** The bar under the boards: which day, what time of it, how fast, and back to now. */
export function ReplayBar({ replay, moment }: { replay: Replay; moment: Moment }) {
  const { t } = useTongue()
  const { day, last } = replay
  if (day.isError)
    return (
      <section className="replay-bar" aria-label={t(words.bar)}>
        <ProblemNotice problem={asProblem(day.error)} />
        <DayChoice replay={replay} moment={moment} />
        <Button kind="primary" onPress={replay.end}>
          {t(words.now)}
        </Button>
      </section>
    )
  return (
    <section className="replay-bar" aria-label={t(words.bar)}>
      <Button kind="primary" onPress={replay.playing ? replay.pause : replay.play}>
        {t(replay.playing ? words.pause : words.play)}
      </Button>
      <DayChoice replay={replay} moment={moment} />
      <div className="replay-line">
        <Bars
          counts={day.data?.filed ?? []}
          most={Math.max(1, ...(day.data?.filed ?? []))}
          until={Math.floor(last / 60)}
          label={t(words.came)}
        />
        <Slider
          label={t(words.time)}
          from={0}
          to={Math.max(1, Math.floor(last / STEP))}
          value={Math.floor(Math.min(moment.minute, last) / STEP)}
          said={clockOf(moment.minute)}
          onChange={(slot) => replay.goTo(slot * STEP)}
        />
      </div>
      <fieldset className="replay-speeds">
        <legend>{t(words.speed)}</legend>
        {speeds.map((speed) => (
          <Button key={speed} kind="quiet" pressed={speed === replay.speed} onPress={() => replay.setSpeed(speed)}>
            {t(words.perSecond(speed))}
          </Button>
        ))}
      </fieldset>
      <Button onPress={replay.end}>{t(words.now)}</Button>
    </section>
  )
}

function DayChoice({ replay, moment }: { replay: Replay; moment: Moment }) {
  const { t } = useTongue()
  const first = replay.day.data?.first
  return (
    <div className="replay-day">
      {first !== undefined && moment.day <= first ? null : (
        <Button kind="quiet" onPress={() => replay.goToDay(dayBefore(moment.day))}>
          {t(words.before)}
        </Button>
      )}
      <TextField
        label={t(words.day)}
        type="date"
        value={moment.day}
        onChange={(day) => {
          if (/^\d{4}-\d\d-\d\d$/.test(day)) replay.goToDay(day as Day)
        }}
      />
      {moment.day >= replay.today ? null : (
        <Button kind="quiet" onPress={() => replay.goToDay(dayAfter(moment.day))}>
          {t(words.after)}
        </Button>
      )}
    </div>
  )
}
