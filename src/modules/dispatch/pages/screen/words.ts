import { type Said, said } from '../../../../platform/words.ts'

/** The board of the wall that shows what many speak of. */
export const topicBoardWords = {
  title: said('热点', 'Hot topics'),
  none: said('没有热点', 'Nothing many speak of'),
  noneText: said('最近没有很多人说同一件事。', 'No one thing is on many minds just now.'),
  people: (count: string): Said => said(`${count} 人`, `${count} people`),
  opened: said('已交办', 'Taken up'),
} as const
