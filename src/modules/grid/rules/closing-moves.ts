import { asked, evidenceField, longText, maybe, oneOf, spotField } from '../../../kernel/cases/model/fields.ts'
import { grades, NEAR_ENOUGH, picturesField } from '../model.ts'
import { termOfMilestone, there } from './grid-moves.ts'

const done = { answer: longText(5), evidence: picturesField(), spot: maybe(spotField()) } as const
const again = [{ raise: 'rework' }, { start: 'main', promise: 'rework' }] as const
const notRight = { reworked: true, checkFailed: true, overdue: false } as const

/** 处置、反馈: the pictures afterwards are compared with those before, and what comes of it stands in the ledger. */
export const handlingMoves = {
  report: {
    from: ['handling', 'on-hold'],
    to: 'stay',
    by: ['handler'],
    event: 'Reported',
    asks: asked({ text: longText(), evidence: maybe(evidenceField()) }),
    sealed: ['text'],
    effects: [{ handlers: 'join' }],
  },
  feedBack: {
    from: ['handling'],
    to: 'verifying',
    by: ['handler'],
    event: 'FedBack',
    nature: ['works'],
    asks: asked(done),
    sealed: ['answer'],
    compares: { field: 'spot', with: 'spot' },
    guards: [{ children: 'none-open', refusal: 'children-open' }],
    effects: [{ handlers: 'join' }, { stop: 'main' }],
    stamps: { fedBackAt: 'at' },
  },
  feedBackDespiteChildren: {
    from: ['handling'],
    to: 'verifying',
    by: ['handler'],
    event: 'FedBack',
    nature: ['works', 'cascades'],
    asks: asked({ ...done, whyNow: longText() }),
    sealed: ['answer', 'whyNow'],
    compares: { field: 'spot', with: 'spot' },
    guards: [{ children: 'some-open', refusal: 'no-child-open' }],
    effects: [{ handlers: 'join' }, { stop: 'main' }, { child: 'recalled' }],
    stamps: { fedBackAt: 'at' },
  },
} as const

const seenThere = { finding: longText(), ...there } as const
const onTheSpot = { field: 'spot', with: 'spot', within: NEAR_ENOUGH } as const

/** 核查、结案、返工、评价: on the spot, by somebody who had no hand in it; then the centre closes. */
export const closingMoves = {
  passOnSite: {
    from: ['verifying'],
    to: 'closing',
    by: ['grid-worker', 'verifier'],
    event: 'PassedOnSite',
    nature: ['verifies'],
    asks: asked(seenThere),
    sealed: ['finding'],
    compares: onTheSpot,
    guards: [
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { register: 'milestone', atLeast: 'milestones', refusal: 'milestones-left' },
    ],
    states: { verified: true },
    notices: [{ to: 'owner', template: 'review-at-your-desk' }],
  },
  passMilestone: {
    from: ['verifying'],
    to: 'handling',
    by: ['grid-worker', 'verifier'],
    event: 'MilestonePassed',
    nature: ['verifies'],
    asks: asked(seenThere),
    sealed: ['finding'],
    compares: onTheSpot,
    guards: [
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { register: 'milestone', below: 'milestones', refusal: 'last-milestone' },
    ],
    effects: [{ raise: 'milestone' }, termOfMilestone],
    states: { overdue: false },
    notices: [{ to: 'holder', template: 'next-milestone' }],
  },
  failOnSite: {
    from: ['verifying'],
    to: 'handling',
    by: ['grid-worker', 'verifier'],
    event: 'FailedOnSite',
    nature: ['verifies'],
    asks: asked(seenThere),
    sealed: ['finding'],
    compares: onTheSpot,
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    effects: again,
    states: notRight,
    notices: [{ to: 'holder', template: 'rework' }],
  },
  closeCase: {
    from: ['closing'],
    to: 'closed',
    by: ['verifier'],
    event: 'Closed',
    nature: ['verifies'],
    asks: asked({ remark: maybe(longText()) }),
    sealed: ['remark'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    states: { outcome: 'solved' },
    stamps: { closedAt: 'at', answeredAt: 'at' },
    notices: [{ to: 'applicant', template: 'closed' }],
  },
  sendBackToWork: {
    from: ['closing'],
    to: 'handling',
    by: ['verifier'],
    event: 'ReworkOrdered',
    nature: ['verifies'],
    asks: asked({ reason: longText() }),
    sealed: ['reason'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    effects: again,
    states: notRight,
    notices: [{ to: 'holder', template: 'rework' }],
  },
  closeBySilence: {
    from: ['closing'],
    to: 'closed',
    by: ['clock'],
    event: 'ClosedBySilence',
    states: { outcome: 'solved' },
    stamps: { closedAt: 'at', answeredAt: 'at' },
    notices: [{ to: 'applicant', template: 'closed' }],
  },
  objectToClosing: {
    from: ['closed'],
    to: 'verifying',
    by: ['applicant'],
    event: 'ClosingObjected',
    asks: asked({ reason: longText() }),
    sealed: ['reason'],
    guards: [{ register: 'objections', below: 1, refusal: 'reopened-before' }],
    effects: [{ raise: 'objections' }],
  },
  evaluate: {
    from: ['closed'],
    to: 'archived',
    by: ['supervisor'],
    event: 'Evaluated',
    nature: ['verifies'],
    asks: asked({ grade: oneOf(...grades), remark: maybe(longText()) }),
    sealed: ['remark'],
    keeps: ['grade'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
  },
  archiveUnrated: { from: ['closed'], to: 'archived', by: ['clock'], event: 'ArchivedUnrated' },
} as const
