import { adding, type Seeded, small, unguarded, withClock, withMove, withStage } from './small-procedure.spec.ts'

const toLonger = ['file', 'take', 'askLonger']
const toChecking = ['file', 'take', 'reply']
const toRefusing = ['file', 'take', 'proposeNo']

export const nobodyAnswersForIt: Seeded[] = [
  ['a stage has no owner', withStage(small, 'longer', { owner: null }), 'stage-without-owner', 'longer', toLonger],
  [
    'a ladder has fewer names than rungs',
    withStage(small, 'refusing', { owner: { byLevel: 'level', roles: ['section-head'] } }),
    'stage-without-owner',
    'refusing',
    [...toRefusing, 'stage ends: noRises'],
  ],
  [
    'the owner of a stage can do nothing there',
    withStage(small, 'longer', { owner: 'intake' }),
    'owner-cannot-act',
    'longer',
    toLonger,
  ],
  [
    'somebody below moves a case on from the desk of somebody above',
    withMove(small, 'overrule', { level: null }),
    'off-the-ladder',
    'overrule',
  ],
]

export const timeLeadsNowhere: Seeded[] = [
  ['a stage has no clock', withStage(small, 'received', { clock: null }), 'stage-without-clock', 'received', ['file']],
  [
    'a pause has no end of its own',
    withMove(small, 'allowLonger', { effects: [{ raise: 'extensions' }, { pause: 'main' }] }),
    'stage-without-clock',
    'working',
    [...toLonger, 'allowLonger'],
  ],
  [
    'the clock of a stage has no move for its end',
    withStage(small, 'answered', { clock: { promise: 'visit', onEnd: [] } }),
    'clock-leads-nowhere',
    'answered/stage',
    [...toChecking, 'pass'],
  ],
  [
    'the guard of what silence does is not always true',
    withMove(small, 'closeBySilence', { guards: [{ register: 'no', not: 'confirmed', refusal: 'x' }] }),
    'clock-leads-nowhere',
    'answered/stage',
    [...toRefusing, 'confirmNo', 'passNo'],
  ],
  [
    'what silence does is kept for people',
    withMove(small, 'longerLapses', { by: ['approver'] }),
    'clock-leads-nowhere',
    'longer/stage',
    toLonger,
  ],
  [
    'nothing happens at the top of the ladder',
    withStage(small, 'refusing', { clock: { promise: 'level', onEnd: ['noRises'] } }),
    'clock-leads-nowhere',
    'refusing/stage',
    [...toRefusing, 'stage ends: noRises'],
  ],
  [
    'the main clock ends unheard where the case then stands',
    withMove(small, 'late', { from: ['working', 'refusing', 'checking'] }),
    'clock-leads-nowhere',
    'longer/main',
    toLonger,
  ],
  [
    'the supervision clock has no move for its end',
    withClock(small, 'watch', { onEnd: [] }),
    'clock-leads-nowhere',
    'working/watch',
    ['file', 'take', 'main ends: late'],
  ],
  [
    'the end of a clock changes nothing',
    withMove(small, 'longerLapses', { to: 'longer' }),
    'clock-changes-nothing',
    'longer/stage',
    toLonger,
  ],
  [
    'two clocks send a case to and fro for ever',
    withStage(
      adding(withMove(small, 'longerLapses', { to: 'answered' }), {
        askAgain: { from: ['answered'], to: 'longer', by: ['clock'], event: 'AskedAgain' },
      }),
      'answered',
      { clock: { promise: 'visit', onEnd: ['askAgain'] } },
    ),
    'clocks-run-in-circles',
    'longer',
    toLonger,
  ],
  [
    'a move that changes the stage calls itself the last rung',
    { ...small, lastRung: 'noLapses' },
    'clocks-run-in-circles',
    'noLapses',
  ],
]

export const noEndInSight: Seeded[] = [
  [
    'what is answered is never closed',
    withMove(withMove(small, 'close', { to: 'working' }), 'closeBySilence', { to: 'working' }),
    'dead-end',
    'received',
    ['file'],
  ],
  [
    'only the applicant can bring it to an end',
    withMove(withMove(small, 'close', { by: ['applicant'] }), 'closeBySilence', { to: 'working' }),
    'dead-end',
    'received',
    ['file'],
  ],
  [
    'the only way to an end is a detour that may be used up',
    withMove(
      withMove(small, 'close', { guards: [{ register: 'extensions', below: 1, refusal: 'extended-enough' }] }),
      'closeBySilence',
      { to: 'working' },
    ),
    'dead-end',
    'received',
    ['file'],
  ],
  [
    'silence hangs on a limit',
    withMove(small, 'longerLapses', { guards: [{ register: 'extensions', below: 1, refusal: 'extended-enough' }] }),
    'limit-misused',
    'longerLapses',
  ],
  [
    'a limit can never be reached',
    withMove(small, 'askLonger', { guards: [{ register: 'extensions', below: 2, refusal: 'extended-enough' }] }),
    'limit-misused',
    'askLonger',
  ],
  ['a limit closes nothing', withMove(small, 'askLonger', { guards: [] }), 'limit-misused', 'extensions'],
  ['an end is left', withMove(small, 'rate', { from: ['answered', 'closed'] }), 'end-is-left', 'rate'],
  [
    'a stage is never reached',
    withMove(small, 'askLonger', { to: 'refusing', effects: [{ handlers: 'join' }, { set: 'level', to: 1 }] }),
    'stage-never-reached',
    'longer',
  ],
  [
    'a move is never made',
    withMove(small, 'rate', { guards: [{ clock: 'main', in: ['paused'], refusal: 'x' }] }),
    'move-never-made',
    'rate',
  ],
  [
    'a case ends over the heads of those who still work for it',
    unguarded(small, 'reply', 'children-open'),
    'children-left-open',
    'close',
    ['file', 'take', 'openChild', 'reply', 'pass'],
  ],
  [
    'children are forgotten but not recalled',
    withMove(small, 'replyAlone', { nature: ['works'] }),
    'children-left-open',
    'replyAlone',
  ],
]
