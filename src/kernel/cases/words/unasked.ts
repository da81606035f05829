import { said } from '../../../platform/words.ts'
import type { UnaskedWords } from '../words.ts'

/** What the common fragments say in the life of a case that a sensor opened: there is nobody who asked, and nobody to answer. */
export const unaskedFragments = {
  stages: {
    supplement: said('还缺一些内容，正在补充。', 'Something is missing and is being added.'),
    answered: said('办理结果已经登记，等待回访确认。', 'What was done is recorded and is to be confirmed.'),
    closed: said('这一件已经办结。', 'This case is closed.'),
    'reopen-review': said('要不要重办，正在审核。', 'Whether it is reopened is being looked at.'),
    rectifying: said('正在整改。', 'It is being put right.'),
    'rectify-check': said('整改做完了，正在核实。', 'It has been put right; this is being checked.'),
    archived: said('这一件已经办结归档。', 'This case is finished and filed away.'),
  },
  moves: {
    askSupplement: { done: said('要求补充内容', 'More was asked for') },
    askSupplementInWork: { done: said('要求补充内容', 'More was asked for') },
    proposeRefusal: {
      confirm: said(
        '不能由承办人自己决定不办。将提交上级逐级研究，确定提出？',
        'A handler cannot refuse by himself; it goes to the superiors. Propose it?',
      ),
    },
    confirmRefusal: {
      confirm: said(
        '确认后由核查员核实。理由、依据、其他途径都写全了吗？',
        'It is checked next. Are the reasons, the rule and the alternatives complete?',
      ),
    },
    verify: { done: said('核查通过', 'Verified') },
    verifyRefusal: {
      done: said('核查属实，确实办不成', 'Verified: it cannot be done'),
      confirm: said('将按“办不成”办结。确定？', 'It ends as what cannot be done. Go on?'),
    },
    rateBadly: { confirm: said('将转入整改。确定提交？', 'It will be put right. Send it?') },
    closeUnvisited: { done: said('到时未回访，办结', 'Not confirmed in time; closed') },
    recordVisit: { name: said('登记回访', 'Record the check'), done: said('已回访现场', 'Checked back on the spot') },
    redo: { done: said('回访后退回重办', 'After the check it is done again') },
    note: { done: said('传感器或其他系统有新情况', 'The sensor or another system has something new') },
    askReopen: { done: said('要求重办', 'Reopening was asked for') },
    refuseReopen: { confirm: said('不再重办。理由和依据写全了吗？', 'Not reopened. Are reasons and rule complete?') },
  },
  fields: {
    nextContact: { label: said('下次到现场查看的日期', 'Next look on the spot') },
    alternative: {
      hint: said('不能只说“不”，要写还能怎么办', 'Never only a no: say what is still possible'),
    },
    stars: { label: said('满意程度', 'Satisfaction') },
    said: { label: said('现场人员怎么说', 'What people on the spot said') },
    reached: { label: said('找到现场人员了吗', 'Was somebody found on the spot') },
    solved: { label: said('现场解决了吗', 'Is it solved on the spot') },
    satisfied: { hint: said('没有人表态就选“未评价”', 'If nobody said, choose “did not say”') },
  },
} as const satisfies UnaskedWords
