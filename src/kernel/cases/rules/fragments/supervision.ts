import { asked, longText, shortText } from '../../model/fields.ts'

type Stages = { readonly open: readonly string[]; readonly promised: readonly string[] }

/**
 * Urging and supervision (催办、督办): what is late goes up by itself, one rung each time a clock ends.
 * `open` stages may be urged, in `promised` ones the main clock can run.
 * The promised term: 优化营商环境条例 第三十六条 (overdue against the promise must be explained).
 */
export const supervision = <const A extends Stages>({ open, promised }: A) => {
  const inOpen = open as A['open'][number][]
  return {
    registers: { supervision: { from: 0, upTo: 3 } },
    clocks: {
      supervision: {
        promise: 'supervise',
        onEnd: ['superviseHigher', 'superviseAtTheTop'],
        lastsWhile: { clock: 'main', in: ['ended'], resets: ['supervision'] },
      },
    },
    moves: {
      markOverdue: {
        from: promised as A['promised'][number][],
        to: 'stay',
        by: ['clock'],
        event: 'Overdue',
        nature: ['escalates'],
        effects: [{ raise: 'supervision' }, { start: 'supervision' }],
        states: { overdue: true, everOverdue: true },
        notices: [{ to: 'owner', template: 'overdue' }],
      },
      superviseHigher: {
        from: inOpen,
        to: 'stay',
        by: ['clock'],
        event: 'SupervisedHigher',
        nature: ['escalates'],
        guards: [{ register: 'supervision', below: 3, refusal: 'at-the-top' }],
        effects: [{ raise: 'supervision' }, { start: 'supervision' }],
        notices: [{ to: 'owner', template: 'supervised' }],
      },
      superviseAtTheTop: {
        from: inOpen,
        to: 'stay',
        by: ['clock'],
        event: 'SupervisedAtTheTop',
        nature: ['escalates'],
        guards: [{ register: 'supervision', atLeast: 3, refusal: 'not-at-the-top' }],
        effects: [{ start: 'supervision' }],
        notices: [{ to: 'owner', template: 'supervised' }],
      },
      supervise: {
        from: inOpen,
        to: 'stay',
        by: ['supervisor'],
        event: 'Supervised',
        asks: asked({ instruction: longText() }),
        sealed: ['instruction'],
        effects: [{ raise: 'supervision' }, { start: 'supervision' }],
        notices: [{ to: 'owner', template: 'supervised' }],
      },
      urge: {
        from: inOpen,
        to: 'stay',
        by: ['applicant', 'supervisor'],
        event: 'Urged',
        asks: asked({ words: shortText() }),
        sealed: ['words'],
        notices: [{ to: 'owner', template: 'urged' }],
      },
      recount: {
        from: inOpen,
        to: 'stay',
        by: ['administrator'],
        event: 'DueRecounted',
        effects: [{ recount: 'all' }],
        basis: 'the working calendar of a provisional year was published',
      },
    },
  } as const
}

/** For stages whose clock has no silence of its own: its end puts the owner under supervision. */
export const stageSupervision = <const W extends string>(watched: readonly W[]) =>
  ({
    stageOverdue: {
      from: watched,
      to: 'stay',
      by: ['clock'],
      event: 'StageOverdue',
      nature: ['escalates'],
      effects: [{ raise: 'supervision' }, { start: 'supervision' }],
      notices: [{ to: 'owner', template: 'overdue' }],
    },
  }) as const
