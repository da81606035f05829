import { type Said, said } from '../../../../platform/words.ts'

/** Which edition of a profile: as the product ships it (version 0), or as the city has set it since. */
export const editionSaid = (version: number): Said =>
  version === 0 ? said('标准原文，未改动', 'as shipped') : said(`第 ${version} 版`, `version ${version}`)
