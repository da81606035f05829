import { asked, evidenceField, longText, maybe, oneOf } from '../../model/fields.ts'

const finding = { how: oneOf('on-site', 'phone', 'papers'), finding: longText(), evidence: maybe(evidenceField()) }

/** Verification (核查): by somebody who never had a hand in it; only what passes is told to the applicant. */
export const verification = <const W extends string, const N extends string>(at: { working: W; passed: N }) =>
  ({
    registers: { rework: { limit: 2 } },
    stages: {
      verifying: { phase: 'checking', owner: 'verifier', clock: { promise: 'verify', onEnd: ['stageOverdue'] } },
    },
    moves: {
      verify: {
        from: ['verifying'],
        to: at.passed,
        by: ['verifier'],
        event: 'Verified',
        nature: ['verifies'],
        asks: asked(finding),
        sealed: ['finding'],
        guards: [
          { actor: 'is-no-handler', refusal: 'your-own-work' },
          { register: 'refusal', not: 'confirmed', refusal: 'verify-the-refusal' },
        ],
        states: { verified: true },
        stamps: { answeredAt: 'at' },
        notices: [{ to: 'applicant', template: 'answered' }],
      },
      verifyRefusal: {
        from: ['verifying'],
        to: at.passed,
        by: ['verifier'],
        event: 'RefusalVerified',
        nature: ['verifies', 'says-no'],
        asks: asked(finding),
        sealed: ['finding'],
        guards: [
          { actor: 'is-no-handler', refusal: 'your-own-work' },
          { register: 'refusal', is: 'confirmed', refusal: 'no-refusal-confirmed' },
        ],
        states: { verified: true },
        stamps: { answeredAt: 'at' },
        notices: [{ to: 'applicant', template: 'refused' }],
      },
      verifyFails: {
        from: ['verifying'],
        to: at.working,
        by: ['verifier'],
        event: 'VerificationFailed',
        nature: ['verifies'],
        asks: asked(finding),
        sealed: ['finding'],
        guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
        effects: [{ raise: 'rework' }, { set: 'refusal', to: 'none' }, { start: 'main', promise: 'rework' }],
        states: { reworked: true, checkFailed: true, overdue: false },
        notices: [{ to: 'holder', template: 'rework' }],
      },
    },
  }) as const
