import { alarmWords } from '../../kernel/cases/words/alarm.ts'
import { fragmentFields } from '../../kernel/cases/words/fields.ts'
import {
  answerWords,
  extensionWords,
  holdWords,
  jointWords,
  ladderWords,
  move,
  returnWords,
  stage,
  supervisionWords,
  supplementWords,
} from '../../kernel/cases/words/fragments.ts'
import { noteWords } from '../../kernel/cases/words/notes.ts'
import { ratingWords } from '../../kernel/cases/words/rating.ts'
import type { ProcedureWords } from '../../kernel/cases/words.ts'
import { type Said, said } from '../../platform/words.ts'
import type { Outcome } from './model.ts'
import { assistFields, orderFields } from './words/fields.ts'
import { contactMoves, intakeMoves, routeMoves } from './words/moves.ts'
import { unaskedOrder } from './words/unasked.ts'

export { outcomeWords, satisfactionWords, starWords } from '../../kernel/cases/words/fields.ts'

const assigned = stage(
  said('待签收', 'To be signed for'),
  said(
    '您的诉求已经交给承办单位，等他们签收。',
    'It has gone to the unit that shall deal with it, which has yet to sign.',
  ),
  said(
    '签收后会先跟您联系；到时没签收，也算签收，时间照算。',
    'They will contact you first; if nobody signs in time it counts as signed.',
  ),
)
const handling = stage(
  said('办理中', 'Being dealt with'),
  said('承办单位正在办理您的诉求。', 'The unit is dealing with your request.'),
  said(
    '办完先由别人审核、核查，再答复您；超过期限会自动督办。',
    'What is done is checked by others before you are answered; if it takes too long, superiors step in by themselves.',
  ),
)

const intakeStages = {
  received: stage(
    said('待受理', 'Received'),
    said('您的诉求我们收到了，正在看该由谁来办。', 'We have your request and are finding out whose it is.'),
    said('到时没有回音，就算已经受理。', 'If you hear nothing in time, it counts as taken on.'),
  ),
  'decline-review': stage(
    said('不予受理审核', 'Declining reviewed'),
    said('您的诉求能不能受理，正在由负责人复核。', 'Whether we can take it on is being reviewed.'),
    said(
      '不能受理，会告诉您原因、该找哪里；到时没有决定，就受理。',
      'If not, you will hear why and who can help; if nobody decides in time, it is taken on.',
    ),
  ),
  dispatching: stage(
    said('待派单', 'To be passed on'),
    said('您的诉求已经受理，正在确定由哪个单位办。', 'Your request is taken on; the unit for it is being chosen.'),
    said(
      '定了马上交办；到时没有派出，系统自动派给责任单位。',
      'It is passed on at once; if not in time, it goes to the responsible unit by itself.',
    ),
  ),
  diverted: stage(
    said('不予受理（已告知渠道）', 'Not taken on'),
    said('这件事不归我们受理，已经告诉您该找哪里。', 'This is not for us to take on; we have told you who can help.'),
    said('请按告知的渠道办理；有新情况可以再反映。', 'Please turn there; if something new comes up, tell us.'),
  ),
  linked: stage(
    said('已并入原件', 'Linked to the earlier one'),
    said(
      '同一件事之前已经在办，这次的并到了一起。',
      'The same matter is already being dealt with; the two now go together.',
    ),
    said('请看原来那件的进展。', 'The earlier one shows how it is going.'),
  ),
  withdrawn: stage(
    said('已撤回', 'Withdrawn'),
    said('您撤回了这件诉求。', 'You have withdrawn this request.'),
    said('需要时可以随时再反映。', 'You may come back with it at any time.'),
  ),
}

/** 诉求工单 in words. */
export const orderWords = {
  name: said('诉求工单', 'Request'),
  stages: {
    ...intakeStages,
    assigned,
    handling,
    ...supplementWords.stages,
    ...returnWords.stages,
    ...extensionWords.stages,
    ...holdWords.stages,
    ...ladderWords.stages,
    ...answerWords.stages,
    ...ratingWords.stages,
  },
  moves: {
    ...intakeMoves,
    ...routeMoves,
    ...contactMoves,
    ...supplementWords.moves,
    ...returnWords.moves,
    ...extensionWords.moves,
    ...holdWords.moves,
    ...ladderWords.moves,
    ...jointWords.moves,
    ...answerWords.moves,
    ...ratingWords.moves,
    ...alarmWords.moves,
    ...noteWords.moves,
    ...supervisionWords.moves,
  },
  fields: { ...fragmentFields, ...orderFields },
  unasked: unaskedOrder,
} as const satisfies ProcedureWords

const { stageOverdue: _notInAssist, ...watched } = supervisionWords.moves

/** 协办任务 in words; the one who reads them is the unit that leads. */
export const assistWords = {
  name: said('协办任务', 'Joint task'),
  stages: {
    assigned: stage(
      said('待签收', 'To be signed for'),
      said('协办任务已交办，等协办单位签收。', 'The task has gone to the unit asked for help.'),
      said('到时没签收，也算签收，时间照算。', 'If nobody signs in time it counts as signed.'),
    ),
    handling: stage(
      said('协办中', 'Being dealt with'),
      said('协办单位正在办。', 'The unit asked for help is at work.'),
      said(
        '办完交主办单位核收；超过期限会自动督办。',
        'The lead checks what is delivered; if it takes too long, superiors step in.',
      ),
    ),
    ...extensionWords.stages,
    'lead-check': stage(
      said('主办核收', "Lead's check"),
      said('协办单位已交回，等主办单位核收。', 'It has been delivered; the lead is to check it.'),
      said('到时没有意见，就算收下。', 'If the lead is silent it counts as taken.'),
    ),
    completed: stage(
      said('已完成', 'Completed'),
      said('协办任务已完成。', 'The task is completed.'),
      said('结果已并入主办的工单。', 'Its result is with the lead case.'),
    ),
    cancelled: stage(
      said('已收回', 'Recalled'),
      said('主办的工单已经结束，协办任务收回。', 'The lead case ended and the task was recalled.'),
      said('不用再办。', 'Nothing more is to be done.'),
    ),
  },
  moves: {
    sign: move(said('签收', 'Sign'), said('协办单位已签收', 'Signed for')),
    signBySilence: move(
      said('逾期即签收', 'Counts as signed'),
      said('到时未签收，视为签收', 'Not signed in time; it counts as signed'),
    ),
    assignPerson: routeMoves.assignPerson,
    handOver: routeMoves.handOver,
    succeedUnit: routeMoves.succeedUnit,
    deliver: move(said('交回结果', 'Deliver'), said('协办结果已交回', 'The result was delivered')),
    take: move(said('收下', 'Take it'), said('主办单位已核收', 'The lead has taken it')),
    sendBackToAssist: move(said('退回重做', 'Send back'), said('主办单位退回重做', 'The lead sent it back')),
    takenBySilence: move(
      said('逾期即收下', 'Counts as taken'),
      said('主办到时未提意见，视为收下', 'The lead was silent; it counts as taken'),
    ),
    parentEnded: move(
      said('随主件收回', 'Recalled'),
      said('主办工单已结束，任务收回', 'The lead case ended; recalled'),
    ),
    ...extensionWords.moves,
    ...watched,
  },
  fields: { ...fragmentFields, ...assistFields },
} as const satisfies ProcedureWords

/** How the resident is told what came of it. */
export const outcomeSentences = {
  solved: said('您反映的问题已经实际解决。', 'What you told us about has been solved.'),
  explained: said('这件事已经向您解释说明。', 'We have explained to you how things are.'),
  unsolved: said(
    '这件事目前解决不了，理由和其他途径已经告诉您。',
    'It cannot be solved now; you have been told why and what else you can do.',
  ),
} as const satisfies Record<Outcome, Said>
