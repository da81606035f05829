import { said } from '../../../../platform/words.ts'

/** What the page is called; the whole face knows it, the page knows the rest. */
export const resultsTitle = said('附近办成了什么', 'What was done near you')
