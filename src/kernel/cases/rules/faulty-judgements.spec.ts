import { adding, type Seeded, small, unguarded, withMove, withStage } from './small-procedure.spec.ts'

const toLonger = ['file', 'take', 'askLonger']
const toChecking = ['file', 'take', 'reply']
const toRefusing = ['file', 'take', 'proposeNo']
const ownWork = 'your-own-work'

export const judgesInTheirOwnCause: Seeded[] = [
  ['a handler verifies himself', unguarded(small, 'pass', ownWork), 'verifies-own-work', 'pass', toChecking],
  [
    'a handler lets his own work pass under another name',
    withMove(unguarded(small, 'pass', ownWork), 'pass', { nature: null }),
    'verifies-own-work',
    'pass',
    toChecking,
  ],
  [
    'a handler confirms the refusal he proposed',
    unguarded(small, 'confirmNo', ownWork),
    'verifies-own-work',
    'confirmNo',
    toRefusing,
  ],
  [
    'staff rate in the place of the applicant',
    withMove(small, 'rate', { by: ['applicant', 'intake'] }),
    'rated-by-others',
    'rate',
  ],
  ['work leaves no name', withMove(small, 'reply', { effects: [{ stop: 'main' }] }), 'work-leaves-no-name', 'reply'],
  [
    'a handler helps without leaving his name',
    withMove(small, 'askLonger', { effects: [] }),
    'work-leaves-no-name',
    'askLonger',
  ],
  [
    'more time is granted without counting how often',
    withMove(small, 'allowLonger', { effects: [{ extend: 'main' }] }),
    'limit-misused',
    'allowLonger',
  ],
  [
    'the clock of a stage is wound up again and again',
    withMove(small, 'refuseLonger', { to: 'longer' }),
    'due-changed-without-approver',
    'refuseLonger',
    toLonger,
  ],
  [
    'somebody extends who may not',
    withMove(small, 'allowLonger', { by: ['approver', 'handler'] }),
    'due-changed-without-approver',
    'allowLonger',
  ],
  [
    'somebody pauses who may not',
    withMove(small, 'askLonger', { effects: [{ handlers: 'join' }, { pause: 'main' }] }),
    'due-changed-without-approver',
    'askLonger',
  ],
  [
    'an approver grants himself more time',
    unguarded(small, 'allowLonger', ownWork),
    'due-changed-without-approver',
    'allowLonger',
    toLonger,
  ],
  [
    'the clock that runs is quietly started anew',
    withMove(small, 'openChild', { effects: [{ handlers: 'join' }, { start: 'main' }] }),
    'due-changed-without-approver',
    'openChild',
    ['file', 'take'],
  ],
]

export const refusalsRoundTheSuperior: Seeded[] = [
  [
    'the applicant is refused without a decision',
    withMove(small, 'passNo', { guards: [{ actor: 'is-no-handler', refusal: ownWork }] }),
    'refusal-round-the-superior',
    'passNo',
    toChecking,
  ],
  [
    'a no is confirmed below the level its matter demands',
    unguarded(small, 'confirmNo', 'higher-level-demanded'),
    'refusal-round-the-superior',
    'confirmNo',
    toRefusing,
  ],
  [
    'a no is decided beside the ladder',
    withMove(withStage(small, 'longer', { owner: 'section-head' }), 'refuseLonger', {
      by: ['section-head'],
      to: 'checking',
      nature: ['decides-no'],
      effects: [{ set: 'no', to: 'confirmed' }, { stop: 'main' }],
      guards: [
        { actor: 'is-no-handler', refusal: ownWork },
        { children: 'none-open', refusal: 'children-open' },
      ],
    }),
    'refusal-round-the-superior',
    'refuseLonger',
    toLonger,
  ],
  [
    'a colleague decides instead of a superior',
    withMove(small, 'confirmNo', { by: ['section-head', 'top-leader', 'handler'] }),
    'refusal-round-the-superior',
    'confirmNo',
  ],
  [
    'silence at the top confirms a no',
    withMove(small, 'noLapses', { to: 'checking', nature: ['decides-no'], effects: [{ set: 'no', to: 'confirmed' }] }),
    'refusal-round-the-superior',
    'noLapses',
  ],
  [
    'silence tells the applicant no',
    withMove(small, 'closeBySilence', { nature: ['says-no'] }),
    'refusal-round-the-superior',
    'closeBySilence',
  ],
  [
    'a decided no is told again after the work has gone on',
    withMove(small, 'fail', { effects: [{ start: 'main' }] }),
    'refusal-round-the-superior',
    'passNo',
    [...toRefusing, 'confirmNo', 'fail', 'reply'],
  ],
  [
    'a refusal goes out under another name',
    withMove(small, 'pass', { notices: [{ to: 'applicant', template: 'refused' }] }),
    'refusal-round-the-superior',
    'pass',
  ],
  [
    'intake turns somebody away alone',
    adding(
      { ...small, stages: { ...small.stages, away: { phase: 'ended', end: 'diverted' } } },
      { turnAway: { from: ['received'], to: 'away', by: ['intake'], event: 'TurnedAway' } },
    ),
    'refusal-round-the-superior',
    'turnAway',
  ],
]
