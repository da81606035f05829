import { type Said, said } from '../../../../../platform/words.ts'

/** The light of the duty desk. */
export const alarmWords = {
  burning: (count: number): Said => said(`紧急：${count} 件无人接警`, `Urgent: ${count} not answered`),
  answer: said('接警', 'Answer'),
  look: said('查看', 'Look'),
  sound: said('打开警示音', 'Sound on'),
  mute: said('关闭警示音', 'Sound off'),
  others: (count: number): Said => said(`另有 ${count} 件`, `and ${count} more`),
} as const
