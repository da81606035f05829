import { asked, longText } from '../../model/fields.ts'

/** Extension (延期): asked before expiry, decided by an approver; silence refuses it; the citizen is told. */
export const extension = <const W extends string>(at: { working: W }) =>
  ({
    registers: { extensions: { limit: 1 } },
    stages: {
      'extension-review': {
        phase: 'working',
        owner: 'approver',
        clock: { promise: 'extension-decision', onEnd: ['extensionLapses'] },
      },
    },
    moves: {
      askExtension: {
        from: [at.working],
        to: 'extension-review',
        by: ['handler'],
        event: 'ExtensionAsked',
        asks: asked({ reason: longText(), plan: longText() }),
        sealed: ['reason', 'plan'],
        guards: [
          { clock: 'main', in: ['running'], refusal: 'already-overdue' },
          { register: 'extensions', below: 1, refusal: 'extended-enough' },
        ],
        effects: [{ handlers: 'join' }],
        notices: [{ to: 'owner', template: 'review-at-your-desk' }],
      },
      approveExtension: {
        from: ['extension-review'],
        to: at.working,
        by: ['approver'],
        event: 'Extended',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
        effects: [{ raise: 'extensions' }, { extend: 'main' }],
        notices: [{ to: 'applicant', template: 'extended' }],
      },
      refuseExtension: {
        from: ['extension-review'],
        to: at.working,
        by: ['approver'],
        event: 'ExtensionRefused',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        notices: [{ to: 'holder', template: 'extension-refused' }],
      },
      extensionLapses: {
        from: ['extension-review'],
        to: at.working,
        by: ['clock'],
        event: 'ExtensionLapsed',
        notices: [{ to: 'holder', template: 'extension-refused' }],
      },
    },
  }) as const
