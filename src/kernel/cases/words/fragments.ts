import { type Said, said } from '../../../platform/words.ts'
import type { MoveWords, StageWords } from '../words.ts'

export type Words = {
  readonly stages: Readonly<Record<string, StageWords>>
  readonly moves: Readonly<Record<string, MoveWords>>
}

export const stage = (name: Said, now: Said, next: Said): StageWords => ({ name, now, next })
export const move = (name: Said, done: Said, confirm?: Said): MoveWords => ({ name, done, ...(confirm && { confirm }) })

/** 补正 */
export const supplementWords = {
  stages: {
    supplement: stage(
      said('待补正', 'Waiting for the applicant'),
      said('还缺一些内容，请您补充。', 'Something is missing; please add it.'),
      said(
        '您补充后我们接着办；到时没有补充，就按现有的内容接着办。',
        'We go on as soon as you have added it; if nothing comes in time, we go on with what is there.',
      ),
    ),
  },
  moves: {
    askSupplement: move(said('要求补正', 'Ask for more'), said('请诉求人补充内容', 'Asked the applicant for more')),
    askSupplementInWork: move(
      said('要求补正', 'Ask for more'),
      said('请诉求人补充内容', 'Asked the applicant for more'),
    ),
    supply: move(said('补充', 'Add'), said('已补充内容', 'More was added')),
    supplementLapses: move(
      said('逾期未补', 'Nothing added'),
      said('到时没有补充，按现有内容继续办理', 'Nothing was added in time; it goes on with what is there'),
    ),
  },
} as const satisfies Words

/** 退单裁定 */
export const returnWords = {
  stages: {
    'return-court': stage(
      said('退单裁定', 'Return court'),
      said(
        '承办单位认为不归他们管，正在裁定由谁来办。',
        'The unit says it is not theirs; it is being decided whose it is.',
      ),
      said(
        '裁定只有一次，定了就要办。办理期限照算，不用您再跑。',
        'There is one ruling and it is final. Our deadline runs on meanwhile.',
      ),
    ),
  },
  moves: {
    proposeReturn: move(
      said('申请退单', 'Dispute'),
      said('承办单位提出不属于其职责，申请裁定', 'The unit says it is not theirs and asks for a ruling'),
      said(
        '裁定只有一次，期间办理期限不停。确定申请退单？',
        'There is one ruling and the deadline runs on. Dispute it?',
      ),
    ),
    keepWithUnit: move(
      said('驳回退单', 'Keep it there'),
      said('裁定仍由原单位办理', 'Ruling: it stays with the unit'),
      said('裁定后不能再退单。确定由原单位办理？', 'The ruling is final. Keep it with the unit?'),
    ),
    reassign: move(
      said('改派', 'Reassign'),
      said('裁定改派[至{unit}]', 'Ruling: reassigned[ to {unit}]'),
      said('裁定后新单位不能再退单。确定改派？', 'The ruling is final for the new unit too. Reassign it?'),
    ),
    rulingRises: move(
      said('逾期上提', 'Rises'),
      said('裁定逾期，提交上一级', 'No ruling in time; it went one level up'),
    ),
    rulingLapses: move(
      said('逾期不退', 'Stays'),
      said('裁定逾期，仍由首接单位办理', 'No ruling in time; it stays with the first receiver'),
    ),
  },
} as const satisfies Words

/** 延期 */
export const extensionWords = {
  stages: {
    'extension-review': stage(
      said('延期审批', 'Extension asked for'),
      said('承办单位申请多一些时间，正在审批。', 'The unit has asked for more time; this is being decided.'),
      said(
        '批准了会把新期限和原因告诉您；没批准就按原来的期限办。',
        'If granted you will hear the new date and why; if not, the old one stands.',
      ),
    ),
  },
  moves: {
    askExtension: move(said('申请延期', 'Ask for more time'), said('申请延长办理时限', 'More time was asked for')),
    approveExtension: move(said('同意延期', 'Grant'), said('同意延期', 'More time was granted')),
    refuseExtension: move(
      said('不同意延期', 'Refuse'),
      said('不同意延期，按原时限办理', 'More time was refused; the date stands'),
    ),
    extensionLapses: move(
      said('逾期不延', 'Lapses'),
      said('延期到时未批，按原时限办理', 'Nobody decided in time; the date stands'),
    ),
  },
} as const satisfies Words

/** 挂账 */
export const holdWords = {
  stages: {
    'hold-review': stage(
      said('挂账审批', 'Hold asked for'),
      said(
        '承办单位认为眼下条件不具备，正在审批能不能先挂账。',
        'The unit says it cannot be done for now; whether it may wait is being decided.',
      ),
      said(
        '批准了会告诉您计划和下次联系的日期；没批准就接着办。',
        'If granted you will hear the plan and when we contact you; if not, the work goes on.',
      ),
    ),
    'on-hold': stage(
      said('已挂账', 'On hold'),
      said(
        '受条件限制暂时解决不了，已经登记挂账，没有放下。',
        'It cannot be solved for now. It is on our list and not forgotten.',
      ),
      said(
        '到约定的时间自动重新办理；条件具备了会提前办。',
        'It comes back by itself on the agreed day, or earlier if it can be done.',
      ),
    ),
  },
  moves: {
    proposeHold: move(said('申请挂账', 'Ask for a hold'), said('申请挂账', 'A hold was asked for')),
    approveHold: move(
      said('同意挂账', 'Grant'),
      said('同意挂账，暂停计时', 'Put on hold; the clock stands still'),
      said('挂账期间办理时限暂停。确定同意？', 'The deadline stands still meanwhile. Grant it?'),
    ),
    refuseHold: move(
      said('不同意挂账', 'Refuse'),
      said('不同意挂账，继续办理', 'The hold was refused; the work goes on'),
    ),
    holdLapses: move(
      said('逾期不挂', 'Lapses'),
      said('挂账到时未批，继续办理', 'Nobody decided in time; the work goes on'),
    ),
    reactivate: move(said('恢复办理', 'Take up again'), said('恢复办理', 'Taken up again')),
    holdEnds: move(
      said('挂账到期', 'Hold ends'),
      said('挂账到期，自动恢复办理', 'The hold ended; it came back by itself'),
    ),
  },
} as const satisfies Words

/** 说“不”提级 */
export const ladderWords = {
  stages: {
    'refusal-ladder': stage(
      said('说“不”提级', 'Refusal ladder'),
      said(
        '承办人觉得办不成，但他不能自己说“不”，正由上级逐级研究。',
        'The handler thinks it cannot be done. He may not say no himself; his superiors are looking at it.',
      ),
      said(
        '哪一级认为能办，就照指示接着办；确实办不成，会把理由、依据和其他途径告诉您。',
        'Whoever sees a way has it done; if there is none you will hear why, by which rule, and what else you can do.',
      ),
    ),
  },
  moves: {
    proposeRefusal: move(
      said('提出“不”（提级）', 'Propose a no'),
      said('提出办不成，提交上级研究', 'A no was proposed and goes up'),
      said(
        '您不能自己对群众说“不”。将提交上级逐级研究，确定提出？',
        'You cannot refuse yourself; it goes to your superiors. Propose it?',
      ),
    ),
    overrule: move(
      said('要求办理', 'Overrule'),
      said('上级要求继续办理，并作出指示', 'A superior overruled the no and said how to go on'),
    ),
    passUp: move(said('提交上一级', 'Pass up'), said('提交上一级研究', 'Passed one level up')),
    confirmRefusal: move(
      said('确认办不成', 'Confirm the no'),
      said('上级确认办不成，交核查', 'A superior confirmed the no; it is now checked'),
      said(
        '确认后核查员核实，再答复群众。理由、依据、其他途径都写全了吗？',
        'After a check the applicant will be told. Are the reasons, the rule and the alternatives complete?',
      ),
    ),
    refusalRises: move(
      said('逾期上提', 'Rises'),
      said('本级到时未答复，自动提交上一级', 'No word in time; it rose one level'),
    ),
    refusalLapses: move(
      said('无人确认即办', 'Lapses'),
      said('到最高一级仍无人确认，继续办理', 'Nobody at the top confirmed it; the work goes on'),
    ),
  },
} as const satisfies Words

/** 协办 */
export const jointWords = {
  stages: {},
  moves: {
    openChild: move(
      said('请其他单位协办', 'Ask another unit to help'),
      said('请[{unit}]协办', 'Asked [{unit} ]to help'),
    ),
    childEnded: move(said('协办结束', 'Joint task ended'), said('协办任务已结束', 'A joint task ended')),
  },
} as const satisfies Words

/** 答复、审核、核查 */
export const answerWords = {
  stages: {
    'reply-review': stage(
      said('答复审核', 'Reply being reviewed'),
      said('答复已经写好，正在由科室负责人审核。', 'The answer is written and being reviewed.'),
      said(
        '审核通过后，再由没有参与办理的人核查，然后答复您。',
        'Then somebody who had no part in it checks, and you are answered.',
      ),
    ),
    verifying: stage(
      said('核查', 'Being verified'),
      said(
        '正在由没有参与办理的人核查：是不是真办了、办好了。',
        'Somebody who had no part in it is checking whether it was really done.',
      ),
      said('核查通过就答复您；不通过，退回重办。', 'If it holds you are answered; if not, it is done again.'),
    ),
  },
  moves: {
    reply: move(said('提交答复', 'Write the answer'), said('办理完毕，提交答复', 'Done; the answer was written')),
    replyDespiteChildren: move(
      said('不等协办，先答复', 'Answer without waiting'),
      said('不等协办结果提交答复，协办任务收回', 'Answered without waiting; the joint tasks were recalled'),
      said('未完成的协办任务会全部收回。确定先答复？', 'All open joint tasks will be recalled. Answer now?'),
    ),
    approveReply: move(
      said('审核通过', 'Approve'),
      said('答复审核通过，交核查', 'The answer was approved; it is now checked'),
    ),
    sendBack: move(said('退回修改', 'Send back'), said('答复退回修改', 'The answer was sent back')),
    verify: move(said('核查通过', 'Verified'), said('核查通过，已答复诉求人', 'Verified; the applicant was answered')),
    verifyRefusal: move(
      said('核查通过（办不成）', 'Verified: a no'),
      said('核查属实，已向诉求人说明办不成的理由', 'Verified; the applicant was told why it cannot be done'),
      said('将向诉求人答复“办不成”。确定？', 'The applicant will be told no. Go on?'),
    ),
    verifyFails: move(
      said('核查不通过', 'Not as said'),
      said('核查不通过，退回重办', 'It was not as said; it is done again'),
    ),
  },
} as const satisfies Words

/** 催办、督办 */
export const supervisionWords = {
  stages: {},
  moves: {
    markOverdue: move(said('逾期督办', 'Overdue'), said('超过办理时限，列入督办', 'Overdue; under supervision')),
    superviseHigher: move(
      said('督办升级', 'Rises'),
      said('仍未办结，督办升一级', 'Still not done; supervision rose one level'),
    ),
    superviseAtTheTop: move(
      said('最高级督办', 'At the top'),
      said('仍未办结，最高级再次督办', 'Still not done; supervised again at the top'),
    ),
    supervise: move(said('督办', 'Supervise'), said('已督办', 'Put under supervision')),
    urge: move(said('催办', 'Urge'), said('已催办', 'Urged')),
    recount: move(
      said('重新计算时限', 'Recount'),
      said('新工作日历公布，时限重新计算', 'The calendar was published; the due date was recounted'),
    ),
    stageOverdue: move(
      said('环节超时督办', 'Stage overdue'),
      said('本环节超时，列入督办', 'This stage took too long; under supervision'),
    ),
  },
} as const satisfies Words
