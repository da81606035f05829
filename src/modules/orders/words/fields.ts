import { yesNoWords } from '../../../kernel/cases/words/fields.ts'
import type { FieldWords } from '../../../kernel/cases/words.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { DeclineGround, Triage } from '../model.ts'
import { declineWords } from './declining.ts'

/** 四办: how hard it is, judged by whoever signs. */
export const triageWords = {
  must: said('该办（坚决办）', 'must be done: without fail'),
  can: said('能办（马上办）', 'can be done: at once'),
  hard: said('难办（设法办）', 'hard to do: find a way'),
  joint: said('合办（协同办）', 'to be done together'),
} as const satisfies Record<Triage, Said>

const grounds = Object.fromEntries(
  Object.entries(declineWords).map(([ground, words]) => [ground, words.name]),
) as Record<DeclineGround, Said>

/** What an order asks for beside the common fragments. */
export const orderFields = {
  category: { label: said('诉求分类', 'Category'), control: 'category' },
  urgent: { label: said('是否紧急', 'Urgent'), control: 'yes-no', choices: yesNoWords },
  'raiseAlarm.reason': { label: said('紧急情形', 'What is urgent'), control: 'text' },
  'judgeAlarm.finding': { label: said('复核意见', 'Finding'), control: 'long-text' },
  explanation: {
    label: said('给诉求人的说明', 'What the applicant is told'),
    hint: said('说明原因，并写清该找哪里、怎么找', 'Why, and where and how to turn to whom'),
    control: 'long-text',
  },
  original: { label: said('原来的工单', 'The earlier case'), control: 'case' },
  repeat: { label: said('重复来件', 'The repeated case'), control: 'case' },
  note: { label: said('派单附言', 'Note to the unit'), control: 'text' },
  rule: { label: said('派单依据', 'Why this unit'), control: 'text' },
  triage: {
    label: said('办理研判（四办）', 'Triage'),
    control: 'choice',
    choices: triageWords,
  },
  person: { label: said('承办人', 'Person'), control: 'staff' },
  'proposeDecline.ground': { label: said('不予受理的情形', 'Ground'), control: 'choice', choices: grounds },
  'contact.how': {
    label: said('联系方式', 'How'),
    control: 'choice',
    choices: {
      phone: said('电话', 'by phone'),
      visit: said('上门', 'in person'),
      message: said('短信、微信', 'by message'),
    },
  },
  'contact.reached': { label: said('联系上了吗', 'Were they reached'), control: 'yes-no', choices: yesNoWords },
  'withdraw.reason': { label: said('撤回原因（可不填）', 'Why (optional)'), control: 'long-text' },
  'report.text': { label: said('办理进展', 'Progress'), control: 'long-text' },
} as const satisfies Readonly<Record<string, FieldWords>>

export const assistFields = {
  person: orderFields.person,
  done: {
    label: said('办了什么', 'What was done'),
    control: 'long-text',
  },
} as const satisfies Readonly<Record<string, FieldWords>>
