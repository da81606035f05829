import { asked, dayField, longText } from '../../model/fields.ts'

/** Hold (挂账): what cannot be done now keeps a plan, a next contact day and a clock that brings it back. */
export const hold = <const W extends string>(at: { working: W }) =>
  ({
    registers: { holds: { limit: 1 } },
    stages: {
      'hold-review': {
        phase: 'working',
        owner: 'approver',
        clock: { promise: 'hold-decision', onEnd: ['holdLapses'] },
      },
      'on-hold': { phase: 'working', owner: 'handler', clock: { promise: 'hold', onEnd: ['holdEnds'] } },
    },
    moves: {
      proposeHold: {
        from: [at.working],
        to: 'hold-review',
        by: ['handler'],
        event: 'HoldProposed',
        asks: asked({ reason: longText(), plan: longText(), nextContact: dayField() }),
        sealed: ['reason', 'plan'],
        guards: [{ register: 'holds', below: 1, refusal: 'held-enough' }],
        effects: [{ handlers: 'join' }],
        keeps: ['nextContact'],
        notices: [{ to: 'owner', template: 'review-at-your-desk' }],
      },
      approveHold: {
        from: ['hold-review'],
        to: 'on-hold',
        by: ['approver'],
        event: 'PutOnHold',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
        effects: [{ raise: 'holds' }, { pause: 'main' }],
        notices: [{ to: 'applicant', template: 'on-hold' }],
      },
      refuseHold: {
        from: ['hold-review'],
        to: at.working,
        by: ['approver'],
        event: 'HoldRefused',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        notices: [{ to: 'holder', template: 'hold-refused' }],
      },
      holdLapses: { from: ['hold-review'], to: at.working, by: ['clock'], event: 'HoldLapsed' },
      reactivate: {
        from: ['on-hold'],
        to: at.working,
        by: ['handler', 'supervisor'],
        event: 'Reactivated',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        effects: [{ resume: 'main' }],
        notices: [{ to: 'applicant', template: 'hold-ended' }],
      },
      holdEnds: {
        from: ['on-hold'],
        to: at.working,
        by: ['clock'],
        event: 'HoldEnded',
        effects: [{ resume: 'main' }],
        notices: [{ to: 'applicant', template: 'hold-ended' }],
      },
    },
  }) as const
