import { said } from '../../../../platform/words.ts'

/** What the pages around printed codes are called; the whole face knows it, the pages know the rest. */
export const scanTitles = {
  scan: said('扫码', 'Scan a code'),
  entry: said('您扫的码', 'The code you scanned'),
} as const
