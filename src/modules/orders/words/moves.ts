import { move } from '../../../kernel/cases/words/fragments.ts'
import { said } from '../../../platform/words.ts'

/** 受理 */
export const intakeMoves = {
  accept: move(said('受理', 'Take on'), said('已受理', 'Taken on')),
  acceptBySilence: move(
    said('逾期即受理', 'Counts as taken on'),
    said('到时未处理，视为受理', 'Nobody answered in time; it counts as taken on'),
  ),
  answerAtOnce: move(
    said('即时答复', 'Answer at once'),
    said('已当场答复', 'Answered at once'),
    said('答复会马上发给诉求人。确定？', 'The answer goes to the applicant at once. Go on?'),
  ),
  proposeDecline: move(
    said('拟不予受理', 'Propose to decline'),
    said('拟不予受理，交受理组长审核', 'Declining was proposed and is being reviewed'),
  ),
  confirmDecline: move(
    said('不予受理', 'Decline'),
    said('不予受理，已告知原因和办理渠道', 'Not taken on; the applicant was told why and who can help'),
    said(
      '将告知诉求人不予受理。原因和该找哪里都写清楚了吗？',
      'The applicant will be told. Is it clear why, and who can help?',
    ),
  ),
  overruleDecline: move(said('应当受理', 'Take it on'), said('经审核应当受理', 'On review it was taken on')),
  declineLapses: move(
    said('逾期即受理', 'Counts as taken on'),
    said('到时未审核，视为受理', 'Nobody reviewed it in time; it counts as taken on'),
  ),
  linkRepeat: move(
    said('并入原件', 'Link to the earlier one'),
    said('同一诉求已在办理，并入原件', 'The same matter is being dealt with; linked'),
    said('没有新情况、新理由才能并入。确定是同一件事？', 'Only if nothing is new. Is it the same matter?'),
  ),
  repeated: move(
    said('重复来件', 'Repeated'),
    said('诉求人就同一件事再次反映', 'The applicant came with the same matter again'),
  ),
  withdraw: move(
    said('撤回诉求', 'Withdraw'),
    said('诉求人撤回', 'Withdrawn by the applicant'),
    said('撤回后就不再办理了，以后可以重新反映。确定撤回？', 'We then stop; you may come back later. Withdraw it?'),
  ),
} as const

/** 派单、签收 */
export const routeMoves = {
  dispatch: move(said('派单', 'Pass on'), said('已派单[至{unit}]', 'Passed on[ to {unit}]')),
  splitOff: move(
    said('拆分出一件', 'Split off a part'),
    said('拆分出一件[交{unit}]', 'A part was split off[ for {unit}]'),
    said(
      '其余部分仍留在这里派单；拆出的办结前，本件不能答复。',
      'The rest stays here; it cannot be answered before the part has ended.',
    ),
  ),
  refer: move(
    said('转网格处置', 'Refer to the grid'),
    said('已转网格现场核实处置', 'Referred to the people on the spot'),
    said(
      '会另立一个网格案卷，办完自动告诉本件；本件照常派单，由承办单位最后答复诉求人。',
      'A grid case of its own is opened and tells this one when it ends; this one is passed on as usual and answers the applicant.',
    ),
  ),
  dispatchBySilence: move(
    said('逾期自动派单', 'Passes on by itself'),
    said('到时未派，自动派单[至{unit}]', 'Passed on by itself[ to {unit}]'),
  ),
  reclassify: move(said('改分类', 'Reclassify'), said('调整诉求分类', 'The category was changed')),
  sign: move(said('签收', 'Sign'), said('承办单位已签收', 'Signed for by the unit')),
  signBySilence: move(
    said('逾期即签收', 'Counts as signed'),
    said('到时未签收，视为签收', 'Not signed in time; it counts as signed'),
  ),
  assignPerson: move(said('指定承办人', 'Give to somebody'), said('已指定承办人', 'Given to somebody in the unit')),
  handOver: move(said('移交', 'Hand over'), said('已移交他人', 'Handed over')),
  succeedUnit: move(
    said('划转单位', 'Move to another unit'),
    said('已划转至承接单位', 'Moved to the unit that takes over'),
  ),
} as const

/** 先行联系、办理情况 */
export const contactMoves = {
  contact: move(said('登记联系', 'Record the contact'), said('已与诉求人联系', 'The applicant was contacted')),
  contactMissed: move(
    said('超时未联系', 'Not contacted'),
    said('到时未与诉求人联系', 'The applicant was not contacted in time'),
  ),
  report: move(said('登记进展', 'Record progress'), said('登记办理进展', 'Progress was recorded')),
} as const
