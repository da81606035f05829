import { asked, longText, maybe, oneOf, shortText } from '../../model/fields.ts'

type Stages = { readonly early: readonly string[]; readonly open: readonly string[]; readonly done: readonly string[] }

/**
 * Danger to life, violence, minors, crowds (紧急诉求): a clock of hours beside whatever else runs, which puts the case
 * first on every desk, and a second pair of eyes. Whoever judges it had no hand in the case; when nobody does, it goes
 * under supervision, unless it is `done` by then. The light at the duty desk burns until a person answers it. The work itself
 * does not wait for any of that. 北京市接诉即办工作条例 第十一条（紧急事项即时处理）.
 */
export const alarm = <const A extends Stages>({ early, open, done }: A) => {
  const inEarly = early as A['early'][number][]
  const inOpen = open as A['open'][number][]
  const inDone = done as A['done'][number][]
  return {
    // 1 while nobody of the duty desk has answered: so long the light burns there.
    registers: { unheard: { from: 0, upTo: 1 } },
    clocks: { alarm: { promise: 'alarm', onEnd: ['alarmUnanswered', 'alarmLapses'] } },
    moves: {
      raiseAlarm: {
        from: inEarly,
        to: 'stay',
        by: ['system', 'intake', 'dispatcher'],
        event: 'AlarmRaised',
        asks: asked({ reason: shortText() }),
        sealed: ['reason'],
        guards: [{ clock: 'alarm', in: ['off'], refusal: 'alarm-is-raised' }],
        effects: [{ start: 'alarm' }, { set: 'unheard', to: 1 }],
        states: { urgent: 'yes' },
        stamps: { alarmAt: 'at' },
        notices: [{ to: 'owner', template: 'alarm' }],
      },
      judgeAlarm: {
        from: inOpen,
        to: 'stay',
        by: ['intake-head', 'supervisor'],
        event: 'AlarmJudged',
        asks: asked({ urgent: oneOf('yes', 'no'), finding: maybe(longText()) }),
        sealed: ['finding'],
        keeps: ['urgent'],
        guards: [
          { clock: 'alarm', in: ['running', 'paused'], refusal: 'no-alarm' },
          { actor: 'is-no-handler', refusal: 'your-own-work' },
        ],
        effects: [{ stop: 'alarm' }, { set: 'unheard', to: 0 }],
      },
      answerAlarm: {
        from: inOpen,
        to: 'stay',
        by: ['intake', 'intake-head', 'dispatcher', 'supervisor'],
        event: 'AlarmAnswered',
        guards: [{ register: 'unheard', is: 1, refusal: 'alarm-is-answered' }],
        effects: [{ set: 'unheard', to: 0 }],
      },
      alarmUnanswered: {
        from: inOpen,
        to: 'stay',
        by: ['clock'],
        event: 'AlarmUnanswered',
        nature: ['escalates'],
        effects: [{ stop: 'alarm' }, { raise: 'supervision' }, { start: 'supervision' }],
        notices: [{ to: 'owner', template: 'supervised' }],
      },
      alarmLapses: {
        from: inDone,
        to: 'stay',
        by: ['clock'],
        event: 'AlarmLapsed',
        effects: [{ stop: 'alarm' }, { set: 'unheard', to: 0 }],
      },
    },
  } as const
}
