import { type Said, said } from '../../platform/words.ts'
import type { SignalKind } from './model.ts'

export { starWords as levelWords } from '../cases/words/fields.ts'

export const signalWords = {
  burst: said('同一来源短时间内集中好评', 'Many top ratings from one source in a short time'),
  'within-minutes': said('答复后几分钟内即好评', 'Top rating within minutes of the answer'),
  'entered-by-handler': said('承办人自己录入的工单获得好评', 'Top rating of a case that its own handler typed in'),
  'counter-praise': said('同一窗口人员录入的工单接连好评', 'One counter’s cases praised again and again'),
} satisfies Record<SignalKind, Said>

export const ratingRefusals: Readonly<Record<string, Said>> = {
  'no-such-rating': said('没有这件工单，或您无权查看', 'No such case, or it is not yours to see'),
}
