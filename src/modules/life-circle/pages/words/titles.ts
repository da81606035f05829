import { said } from '../../../../platform/words.ts'

/** What the pages of residents are called; the whole face knows them, its pages know the rest. */
export const circleTitles = {
  circle: said('我的生活圈', 'My life circle'),
  spots: said('身边的微设施', 'Small places near by'),
  spot: said('微设施', 'Small place'),
} as const
