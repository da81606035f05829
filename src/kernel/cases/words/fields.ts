import { type Said, said } from '../../../platform/words.ts'
import type { SpotVerdict } from '../model/case.ts'
import type { FieldWords } from '../words.ts'

export const yesNoWords = { yes: said('是', 'yes'), no: said('否', 'no') } as const

/** 实际解决, 解释说明, 无法解决 stay three different things. */
export const outcomeWords = {
  solved: said('实际解决', 'solved'),
  explained: said('解释说明', 'explained'),
  unsolved: said('无法解决', 'cannot be solved'),
} as const satisfies Record<string, Said>

/** 好差评, five levels. */
export const starWords = {
  5: said('非常满意', 'very satisfied'),
  4: said('满意', 'satisfied'),
  3: said('基本满意', 'fairly satisfied'),
  2: said('不满意', 'dissatisfied'),
  1: said('非常不满意', 'very dissatisfied'),
} as const satisfies Record<1 | 2 | 3 | 4 | 5, Said>

/** What somebody says on the phone; who says nothing is not satisfied but unrated. */
export const satisfactionWords = {
  satisfied: said('满意', 'satisfied'),
  basically: said('基本满意', 'fairly satisfied'),
  fair: said('一般', 'so-so'),
  dissatisfied: said('不满意', 'dissatisfied'),
  unrated: said('未评价', 'did not say'),
} as const satisfies Record<string, Said>

const long = (label: Said, hint?: Said): FieldWords => ({ label, control: 'long-text', ...(hint && { hint }) })
const line = (label: Said, hint?: Said): FieldWords => ({ label, control: 'text', ...(hint && { hint }) })
const choice = (label: Said, choices: Readonly<Record<string, Said>>, hint?: Said): FieldWords => ({
  label,
  control: 'choice',
  choices,
  ...(hint && { hint }),
})

/** What comparing the two places says. */
export const spotVerdictWords = {
  same: said('同一地点、同一方向', 'the same place, from the same side'),
  turned: said('同一地点，拍摄方向不同', 'the same place, from another side'),
  far: said('不在同一地点', 'not at the same place'),
  unknown: said('没有定位，无法比对', 'no position, so nothing can be said'),
} as const satisfies Record<SpotVerdict, Said>

const checkWays = {
  'on-site': said('到现场看', 'on the spot'),
  phone: said('电话核实', 'by phone'),
  papers: said('看材料', 'from the papers'),
} as const

/** The fields that the common fragments ask for. */
export const fragmentFields = {
  reason: long(said('理由', 'Reason')),
  plan: long(said('下一步计划', 'Plan'), said('写清分几步、谁来办、到什么时候', 'Which steps, by whom, until when')),
  nextContact: {
    label: said('下次联系诉求人的日期', 'Next contact with the applicant'),
    control: 'day',
  },
  answer: long(
    said('答复内容', 'Answer'),
    said(
      '做了什么、结果怎样、依据是什么，写到不懂行的人也能看明白',
      'What was done, what came of it and why, in plain words',
    ),
  ),
  outcome: choice(
    said('办理结果', 'Outcome'),
    { solved: outcomeWords.solved, explained: outcomeWords.explained },
    said('只是解释清楚的，不算实际解决', 'An explanation is not a solution'),
  ),
  evidence: {
    label: said('照片和材料', 'Photos and papers'),
    hint: said('最好有办理前后的对比照片', 'Best: the same spot before and after'),
    control: 'evidence',
  },
  whyNow: long(
    said('不等协办结果的理由', 'Why it cannot wait for the others'),
    said('未完成的协办任务会一并收回', 'Open joint tasks will be recalled'),
  ),
  unit: { label: said('单位', 'Unit'), control: 'unit' },
  task: long(said('请协办单位做什么', 'What the other unit is asked to do')),
  child: { label: said('协办任务', 'Joint task'), control: 'case' },
  end: long(said('协办结果', 'How it ended')),
  missing: long(
    said('还缺什么', 'What is missing'),
    said('请一次列全，不能再要求第二次', 'Name everything at once; it cannot be asked a second time'),
  ),
  text: long(said('内容', 'Text')),
  ground: long(said('事实和理由', 'Facts and reasons')),
  suggestedUnit: { label: said('建议由哪个单位办理', 'Unit you suggest'), control: 'unit' },
  legalBasis: line(
    said('法律政策依据', 'Legal basis'),
    said('写明文件名称和条款', 'Name the document and the article'),
  ),
  tried: long(said('已经做过哪些努力', 'What has been tried')),
  alternative: long(
    said('可以走的其他途径', 'What else can be done'),
    said('不能只说“不”，要告诉群众还能怎么办', 'Never only a no: say what is still possible'),
  ),
  instruction: long(said('批示意见', 'Instruction')),
  how: choice(said('核查方式', 'How it was checked'), checkWays),
  finding: long(said('核查情况', 'Finding')),
  stars: { label: said('您满意吗', 'How satisfied are you'), control: 'stars', choices: starWords },
  said: long(said('对方怎么说', 'What they said')),
  reached: { label: said('联系上了吗', 'Were they reached'), control: 'yes-no', choices: yesNoWords },
  solved: choice(said('诉求人认为解决了吗', 'Do they find it solved'), {
    yes: said('解决了', 'solved'),
    partly: said('部分解决', 'partly'),
    no: said('没解决', 'not solved'),
    unknown: said('没有说', 'did not say'),
  }),
  satisfied: choice(
    said('满意程度', 'Satisfaction'),
    satisfactionWords,
    said('对方没有表态就选“未评价”，不能替人选', 'If they did not say, it is not yours to say'),
  ),
  words: line(said('想说的话', 'Message')),
  spot: {
    label: said('现场定位', 'Where you stand'),
    hint: said('在现场用手机定位，用来比对前后照片', 'By the phone on the spot, to compare the pictures'),
    control: 'spot',
  },
  sameSpot: { label: said('前后地点比对', 'The two places compared'), control: 'text', choices: spotVerdictWords },
  metres: { label: said('相距（米）', 'Metres apart'), control: 'text' },
  degrees: { label: said('方向相差（度）', 'Degrees apart'), control: 'text' },
  'rate.text': long(said('想说的话（可不填）', 'Anything you want to say (optional)')),
  'rateBadly.text': long(
    said('哪里没做好', 'What went wrong'),
    said(
      '写得越具体，改得越快；承办人看不到是谁评的',
      'The more exactly, the sooner it is put right; the handler does not see who rated',
    ),
  ),
  'rectify.answer': long(said('整改情况', 'What was put right')),
  'refuseReopen.legalBasis': long(
    said('法律政策依据', 'Legal basis'),
    said('写明文件名称和条款', 'Name the document and the article'),
  ),
  'askReopen.reason': long(said('哪里还没有解决', 'What is still not solved')),
  'supply.evidence': {
    label: said('照片和材料', 'Photos and papers'),
    hint: said('把要补的拍清楚就行', 'A clear picture of what was asked for will do'),
    control: 'evidence',
  },
  'supply.text': long(said('补充说明', 'What you want to add')),
  'reassign.unit': { label: said('裁定由哪个单位办理', 'Unit that shall deal with it'), control: 'unit' },
  'splitOff.unit': { label: said('交给哪个单位', 'Unit for this part'), control: 'unit' },
  'splitOff.task': long(said('拆出的事项', 'What this part is about')),
  'refer.type': {
    label: said('部件或事件类型', 'Type of thing or event'),
    control: 'category',
    hint: said('在“城市部件”“城市事件”下选到最细一级', 'The finest level beneath city components or city events'),
  },
  'refer.task': long(said('现场要核实和处置什么', 'What is to be looked at and put right')),
  'openChild.unit': { label: said('协办单位', 'Unit that shall help'), control: 'unit' },
} as const satisfies Readonly<Record<string, FieldWords>>
