import { unaskedFragments } from '../../../kernel/cases/words/unasked.ts'
import type { UnaskedWords } from '../../../kernel/cases/words.ts'
import { said } from '../../../platform/words.ts'

/** What an order that a sensor opened says: nobody asked for it, and nobody is answered. */
export const unaskedOrder = {
  stages: {
    ...unaskedFragments.stages,
    received: said(
      '传感器上报已经登记，正在看该由谁来办。',
      'What a sensor reported is recorded; whose it is is being found out.',
    ),
    'decline-review': said('要不要受理，正在由负责人复核。', 'Whether it is taken on is being reviewed.'),
    dispatching: said('已经受理，正在确定由哪个单位办。', 'It is taken on; the unit for it is being chosen.'),
    diverted: said('这一件不归本区受理。', 'This one is not for the district to take on.'),
    withdrawn: said('这一件已撤回。', 'This case was withdrawn.'),
    assigned: said(
      '已经交给承办单位，等待签收。',
      'It has gone to the unit that shall deal with it, which has yet to sign.',
    ),
    handling: said('承办单位正在办理。', 'The unit is dealing with it.'),
  },
  moves: {
    ...unaskedFragments.moves,
    answerAtOnce: {
      name: said('即时办结', 'Settle at once'),
      done: said('已当场办结', 'Settled at once'),
      confirm: said('将直接转入办结。确定？', 'It is settled without further work. Go on?'),
    },
    confirmDecline: {
      done: said('不予受理，已写明原因', 'Not taken on; the reason is recorded'),
      confirm: said('将不予受理。原因写清楚了吗？', 'It will not be taken on. Is it clear why?'),
    },
    linkRepeat: { done: said('同一问题已在办理，并入原件', 'The same trouble is being dealt with; linked') },
    repeated: {
      name: said('再次上报', 'Reported again'),
      done: said('同一问题再次上报', 'The same trouble was reported again'),
    },
    withdraw: {
      name: said('撤回', 'Withdraw'),
      done: said('已撤回', 'Withdrawn'),
      confirm: said('撤回后就不再办理了。确定撤回？', 'Nothing more is done afterwards. Withdraw it?'),
    },
    refer: {
      confirm: said(
        '会另立一个网格案卷，办完自动告诉本件；本件照常派单，由承办单位最后办结。',
        'A grid case of its own is opened and tells this one when it ends; this one is passed on as usual and settled by its unit.',
      ),
    },
    reclassify: { done: said('调整分类', 'The category was changed') },
    contact: {
      name: said('登记到场联系', 'Record the contact on the spot'),
      done: said('已与现场联系', 'Somebody on the spot was contacted'),
    },
    contactMissed: { done: said('到时未与现场联系', 'Nobody on the spot was contacted in time') },
  },
  fields: {
    ...unaskedFragments.fields,
    category: { label: said('分类', 'Category') },
    explanation: { label: said('说明', 'Explanation') },
    repeat: { label: said('再次上报的一件', 'The repeated case') },
    'contact.reached': { label: said('找到现场人员了吗', 'Was somebody found on the spot') },
  },
} as const satisfies UnaskedWords
