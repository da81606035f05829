import { type Said, said } from '../../../platform/words.ts'

export const indicatorTitles = {
  filed: said('来件量', 'Filed'),
  accepted: said('受理量', 'Accepted'),
  assigned: said('承办量', 'Assigned'),
  answered: said('答复量', 'Answered'),
  closed: said('办结量', 'Closed'),
  open: said('在办量', 'Open'),
  'on-hold': said('挂账数', 'On hold'),
  overdue: said('超期未办结', 'Overdue and open'),
  diverted: said('分流告知数', 'Shown another door'),
  linked: said('重复件关联数', 'Repeats linked'),
  withdrawn: said('撤回数', 'Withdrawn'),
  'overdue-rate': said('超期率', 'Overdue rate'),
  'closed-rate': said('办结率', 'Closing rate'),
  'in-time-rate': said('按时办结率', 'In-time rate'),
  'contact-rate': said('先行联系率', 'First-contact rate'),
  'solved-rate': said('实际解决率', 'Solved rate'),
  'explained-rate': said('解释说明率', 'Explained rate'),
  'unsolved-rate': said('无法解决率', 'Not-solvable rate'),
  'at-once-rate': said('即时答复率', 'Answered-at-once rate'),
  'verified-rate': said('核查率', 'Verified rate'),
  'verified-first-rate': said('一次核查通过率', 'Verified-at-first-look rate'),
  'reworked-rate': said('重办率', 'Rework rate'),
  'returned-rate': said('退单率', 'Return rate'),
  'satisfied-rate': said('满意率', 'Satisfaction'),
  'praise-rate': said('好评率', 'Good-rating rate'),
  'rated-rate': said('主动评价率', 'Rated-by-choice rate'),
  'rectified-rate': said('差评整改率', 'Bad ratings rectified'),
  'no-at-1': said('说不待审：科室负责人', 'Proposed no at the section head'),
  'no-at-2': said('说不待审：分管领导', 'Proposed no at the leader in charge'),
  'no-at-3': said('说不待审：主要领导', 'Proposed no at the top leader'),
  'no-at-4': said('说不待审：区分管领导', 'Proposed no at the leader of the district'),
  'no-solved-1': said('科室负责人一级化解份额', 'Turned into a yes by section heads'),
  'no-solved-2': said('分管领导一级化解份额', 'Turned into a yes by leaders in charge'),
  'no-solved-3': said('主要领导一级化解份额', 'Turned into a yes by top leaders'),
  'no-solved-4': said('区分管领导一级化解份额', 'Turned into a yes by leaders of the district'),
  'no-final-rate': said('最终说不率', 'Final-no rate'),
  joint: said('协办任务数', 'Joint tasks'),
  'joint-open': said('协办在办', 'Joint tasks open'),
  'joint-in-time-rate': said('协办按时完成率', 'Joint tasks in time'),
} as const satisfies Record<string, Said>
export type OrderIndicatorKey = keyof typeof indicatorTitles

export const exclusionWords = {
  onHold: said('挂账件不计入分子和分母，单列', 'Cases on hold count in neither part and are shown beside'),
  atOnce: said('即时答复件无办理时限，不计入', 'Answers at once had no term to keep'),
  unrated: said('回访未评价的不计入，不视为满意', 'Called back and not rated: left out, never taken for satisfied'),
  noContactAsked: said('无需先行联系的不计入', 'Where no first contact was asked for'),
  stillOnLadder: said('仍在逐级审核的不计入', 'Still on its way up the ladder'),
  repeats: said('关联的重复件不再计入', 'Linked repeats are not counted again'),
  openJoint: said('未完成的协办任务不计入', 'Joint tasks not finished yet'),
}

export const sourceWords = {
  shanghai: said(
    '上海12345四项指标；镇级考核口径（赵巷镇，2018）：数量按发现日期，质量按办结日期',
    'The four Shanghai 12345 indicators; formula of one town (Zhaoxiang, 2018): volume by discovery, quality by end',
  ),
  solved: said(
    '上海12345诉求解决口径；本系统分母含无法解决，且解释说明不折算为解决',
    'Shanghai 12345 practice; here the not-solvable stay in the denominator and an explanation never counts as solved',
  ),
  hold: said('挂账管理通行做法（待确认）', 'Practice of keeping cases on hold (to be confirmed)'),
  returns: said('京条例第十四条首接负责；潍坊条例第二十二条退单审核', 'Beijing Art. 14, Weifang Art. 22 on returns'),
  ratings: said(
    '政务服务好差评：五级、一次一评、差评不得退单',
    'Good-and-bad ratings: five levels, no return of bad ones',
  ),
  sayNo: said('说“不”提级管理（铜陵、安庆做法）', 'Escalation before refusal (Tongling, Anqing)'),
  ours: said('本系统内部口径', 'A count of this system'),
}
