import { asked, evidenceField, longText, maybe } from '../../model/fields.ts'

/**
 * Supplement (补正): asked once, all at once; the applicant's silence sends the case on with what is there.
 * Source: 行政许可法 第三十二条（四） for the duty to name everything in one notice.
 */
export const supplement = <const I extends string, const W extends string>(at: { intake: I; working: W }) =>
  ({
    registers: {
      supplements: { limit: 1 },
      resumesAt: { from: at.intake, oneOf: [at.intake, at.working] },
    },
    stages: {
      supplement: {
        phase: 'filed',
        owner: 'applicant',
        clock: { promise: 'supplement', onEnd: ['supplementLapses'] },
      },
    },
    moves: {
      askSupplement: {
        from: [at.intake],
        to: 'supplement',
        by: ['intake'],
        event: 'SupplementAsked',
        asks: asked({ missing: longText() }),
        sealed: ['missing'],
        guards: [{ register: 'supplements', below: 1, refusal: 'supplement-asked-before' }],
        effects: [{ raise: 'supplements' }, { set: 'resumesAt', to: at.intake }],
        basis: '行政许可法 第三十二条（一次告知）',
        notices: [{ to: 'applicant', template: 'supplement-asked' }],
      },
      askSupplementInWork: {
        from: [at.working],
        to: 'supplement',
        by: ['handler'],
        event: 'SupplementAsked',
        asks: asked({ missing: longText() }),
        sealed: ['missing'],
        guards: [{ register: 'supplements', below: 1, refusal: 'supplement-asked-before' }],
        effects: [{ raise: 'supplements' }, { set: 'resumesAt', to: at.working }, { handlers: 'join' }],
        notices: [{ to: 'applicant', template: 'supplement-asked' }],
      },
      supply: {
        from: ['supplement'],
        to: { register: 'resumesAt' },
        by: ['applicant', 'intake'],
        event: 'Supplied',
        asks: asked({ text: longText(), evidence: maybe(evidenceField()) }),
        sealed: ['text'],
        notices: [{ to: 'owner', template: 'supplied' }],
      },
      supplementLapses: {
        from: ['supplement'],
        to: { register: 'resumesAt' },
        by: ['clock'],
        event: 'SupplementLapsed',
        notices: [{ to: 'applicant', template: 'supplement-lapsed' }],
      },
    },
  }) as const
