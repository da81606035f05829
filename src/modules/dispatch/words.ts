import { type Said, said } from '../../platform/words.ts'

export const dispatchRefusals: Readonly<Record<string, Said>> = {
  'nothing-to-compare': said('没有可以比对的内容', 'There is nothing to compare'),
  'learning-already': said('正在训练，请等它结束或先取消', 'A training runs already; wait for it or call it off'),
  'no-such-learning': said('没有这次训练', 'There is no such training'),
  'model-unreadable': said('这个模型的文件读不出来', 'The file of this model cannot be read'),
  'model-in-force': said('这个模型正在使用', 'This model is in force already'),
  'broken-off': said('训练中断，请重新开始', 'The training broke off; begin it again'),
  'no-such-topic': said('没有这个热点', 'There is no such topic'),
  'topic-is-open': said('这个热点已经立为督办任务', 'This topic is a task already'),
  'topic-has-no-open-case': said('这个热点没有在办的工单', 'No case of this topic is open'),
  'days-reversed': said('起始日期晚于截止日期', 'The first day comes after the last'),
  'no-such-watch-line': said(
    '词条编号只能用小写字母、数字和短横线',
    'An entry is named by small letters, digits and dashes',
  ),
  'phrase-wrong': said(
    '词语写法有误：同义词用“/”隔开，先后出现的词用“+”相连，每段都要有词',
    'The phrase cannot be read: “/” between alternatives, “+” between parts, and a word in each part',
  ),
}
