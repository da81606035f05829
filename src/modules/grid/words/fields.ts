import { yesNoWords } from '../../../kernel/cases/words/fields.ts'
import type { FieldWords } from '../../../kernel/cases/words.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { Grade, RejectGround } from '../model.ts'

export const rejectWords = {
  'not-found': said('现场没有发现', 'not found on the spot'),
  'below-threshold': said('达不到立案条件', 'below the conditions of its type'),
  private: said('属于私人或单位内部', 'on private ground'),
  'being-handled': said('已在施工或处置中', 'being worked on already'),
  'not-ours': said('不在本区范围', 'outside the district'),
  unclear: said('位置或情况不清，无法核实', 'place or matter too unclear to check'),
} as const satisfies Record<RejectGround, Said>

export const gradeWords = {
  good: said('好：按时到位', 'good: in time and right'),
  fair: said('一般：到位但不及时或返工', 'fair: right, but late or done twice'),
  poor: said('差：反复或敷衍', 'poor: repeated or careless'),
} as const satisfies Record<Grade, Said>

const pictures = (label: Said): FieldWords => ({
  label,
  hint: said('至少一张；和之前的照片同一位置、同一方向', 'At least one, from where the first was taken'),
  control: 'evidence',
})

/** What a grid case asks for beside the common fragments. */
export const gridFields = {
  category: { label: said('案卷类型', 'Type'), control: 'category' },
  'raiseAlarm.reason': { label: said('紧急情形', 'What is urgent'), control: 'text' },
  'judgeAlarm.urgent': {
    label: said('是否紧急', 'Urgent'),
    control: 'yes-no',
    choices: yesNoWords,
  },
  'judgeAlarm.finding': { label: said('复核意见', 'Finding'), control: 'long-text' },
  note: { label: said('附言', 'Note'), control: 'text' },
  'confirmOnSite.evidence': pictures(said('现场照片', 'Pictures of it')),
  'notFoundOnSite.evidence': pictures(said('现场照片', 'Pictures of the spot')),
  'feedBack.evidence': pictures(said('处置后照片', 'Pictures afterwards')),
  'feedBackDespiteChildren.evidence': pictures(said('处置后照片', 'Pictures afterwards')),
  'passOnSite.evidence': pictures(said('核查照片', 'Pictures of what you see')),
  'passMilestone.evidence': pictures(said('核查照片', 'Pictures of what you see')),
  'failOnSite.evidence': pictures(said('核查照片', 'Pictures of what you see')),
  'confirmOnSite.finding': { label: said('核实情况', 'What you found'), control: 'long-text' },
  'notFoundOnSite.finding': { label: said('核实情况', 'What you found'), control: 'long-text' },
  'proposeReject.ground': { label: said('不予立案的情形', 'Ground'), control: 'choice', choices: rejectWords },
  explanation: { label: said('说明', 'Explanation'), control: 'long-text' },
  original: { label: said('原来的案卷', 'The earlier case'), control: 'case' },
  repeat: { label: said('重复的案卷', 'The repeated case'), control: 'case' },
  person: { label: said('处置人', 'Person'), control: 'staff' },
  'report.text': { label: said('处置进展', 'Progress'), control: 'long-text' },
  'feedBack.answer': { label: said('处置情况', 'What was done'), control: 'long-text' },
  'feedBackDespiteChildren.answer': { label: said('处置情况', 'What was done'), control: 'long-text' },
  grade: { label: said('综合评价', 'Grade'), control: 'choice', choices: gradeWords },
  remark: { label: said('说明', 'Remark'), control: 'long-text' },
  'objectToClosing.reason': { label: said('还有什么没解决', 'What is still not solved'), control: 'long-text' },
} as const satisfies Readonly<Record<string, FieldWords>>
