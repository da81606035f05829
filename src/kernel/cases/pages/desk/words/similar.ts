import { said } from '../../../../../platform/words.ts'

/** Cases like the one on the page. */
export const similarWords = {
  title: said('相似的工单', 'Cases like this one'),
  link: said('并入', 'Link'),
  linkFirst: said('并入（按 L 键）', 'Link (key L)'),
  sure: said('确定是同一件事？', 'Is it the same matter?'),
  sureText: said(
    '并入后，这一件随原件一起办、一起答复，诉求人会收到通知。没有新情况、新理由才能并入。',
    'This case then goes and is answered with the earlier one, and its author is told. Only if nothing in it is new.',
  ),
  linked: said('已并入原件', 'Linked'),
  people: (count: number) => said(`${count} 人反映`, `told by ${count}`),
  alike: (score: number) => said(`相似 ${Math.round(score * 100)}%`, `${Math.round(score * 100)} % alike`),
} as const
