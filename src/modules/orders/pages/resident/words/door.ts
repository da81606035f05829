import { type Said, said } from '../../../../../platform/words.ts'

/** What the one large box says. */
export const doorWords = {
  ask: said('您要反映什么？', 'What is it about?'),
  example: said(
    '例如：青松路 12 号门前的路灯三天不亮',
    'For example: the lamp at 12 Qingsong Road has been dark for three days',
  ),
  next: said('下一步', 'Next'),
  ways: said('归谁办', 'Where it goes'),
  soon: said('写几个字，这里就告诉您归哪一类、怎么办。', 'After a few words you see here what it is taken for.'),
  takenFor: said('看起来是（点一下就选它）：', 'It seems to be (press to choose):'),
  urgent: said('有人身危险请先打下面的电话。看起来是：', 'If anybody is in danger, call first. It seems to be:'),
  unknown: said(
    '看不出归哪一类，没关系，照样可以写，由工作人员来分。',
    'We cannot tell; write all the same and we sort it.',
  ),
  offline: said('没有网络，先写下来，有网再分类。', 'No network: write it down, it is sorted later.'),
} as const satisfies Record<string, Said>
