import { said } from '../../../../../platform/words.ts'

/** What the page says of open cases like the one that is being written, and of a case that joined another. */
export const joiningWords = {
  title: said('也许已经有人反映了', 'Somebody may have told us already'),
  lead: said(
    '是同一件事，可以加入：您同样会收到编号、进展和答复。不是就接着写。',
    'If it is the same, you may join: you get a number, the progress and the answer all the same. If not, just go on.',
  ),
  people: (count: number) => said(`${count} 人反映`, `told by ${count}`),
  join: said('加入这一件', 'Join this one'),
  joined: said('已选择加入（再按取消）', 'Joining (press again to undo)'),
  whatThen: said('提交后，您这一件会并到这里一起办。', 'Once sent, yours goes together with this one.'),
  original: said('一起办的那一件', 'The one it goes with'),
} as const
