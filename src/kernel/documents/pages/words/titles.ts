import { said } from '../../../../platform/words.ts'

/** Names of pages, apart from their words: the frame of a face names every page and opens one. */
export const documentTitles = {
  verify: said('文书验证', 'Verify a document'),
  one: said('我的文书', 'A document of mine'),
} as const
