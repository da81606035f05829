import { formatDay } from '../../../kernel/worktime/rules.ts'
import type { Day } from '../../../platform/time.ts'
import { asProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import '../../../ui/parts/Field.css'
import '../../../ui/parts/Slider.css'
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
  const { day } = replay
  return (
    <section className="replay-bar" aria-label={t(words.bar)}>
      {day.isError ? null : (
        <Button kind="primary" onPress={replay.playing ? replay.pause : replay.play}>
          {t(replay.playing ? words.pause : words.play)}
        </Button>
      )}
      <DayChoice replay={replay} moment={moment} />
      {day.isError ? <ProblemNotice problem={asProblem(day.error)} /> : <TimeLine replay={replay} moment={moment} />}
      <fieldset className="replay-speeds" aria-label={t(words.speed)}>
        {speeds.map((speed) => (
          <Button key={speed} kind="quiet" pressed={speed === replay.speed} onPress={() => replay.setSpeed(speed)}>
            {t(words.speedShort(speed))}
          </Button>
        ))}
      </fieldset>
      <Button onPress={replay.end}>{t(words.now)}</Button>
    </section>
  )
}

function DayChoice({ replay, moment }: { replay: Replay; moment: Moment }) {
  const { t } = useTongue()
  return (
    <div className="replay-day">
      <Button kind="quiet" icon="back" name={t(words.before)} onPress={() => replay.goToDay(dayBefore(moment.day))}>
        {null}
      </Button>
      <input
        type="date"
        className="control"
        aria-label={t(words.day)}
        max={replay.today}
        value={moment.day}
        onChange={({ target: { value } }) => {
          if (/^\d{4}-\d\d-\d\d$/.test(value)) replay.goToDay(value as Day)
        }}
      />
      <Button
        kind="quiet"
        icon="next"
        name={t(words.after)}
        onPress={() => moment.day >= replay.today || replay.goToDay(dayAfter(moment.day))}
      >
        {null}
      </Button>
    </div>
  )
}

/** The day as a line, busy hours standing higher; arrow keys move it by a step, page keys by a tenth. */
function TimeLine({ replay: { day, last, goTo }, moment }: { replay: Replay; moment: Moment }) {
  const { t } = useTongue()
  const filed = day.data?.filed ?? []
  return (
    <div className="replay-line">
      <div className="replay-track">
        <Bars counts={filed} most={Math.max(1, ...filed)} until={Math.floor(last / 60)} label={t(words.came)} />
        <input
          type="range"
          className="slider-line"
          aria-label={t(words.time)}
          aria-valuetext={clockOf(moment.minute)}
          min={0}
          max={24 * 60}
          step={STEP}
          value={Math.min(moment.minute, last)}
          onChange={({ target: { value } }) => goTo(Math.min(Number(value), last))}
        />
      </div>
      <output className="replay-time">{clockOf(moment.minute)}</output>
    </div>
  )
}
