import type { CardRow } from '../../../kernel/cases/model/card.ts'

/** Whether a row of 我的诉求 waits for its owner: something is missing, or the answer is not rated yet. */
export const waitsForApplicant = ({ stage, stars }: Pick<CardRow, 'stage' | 'stars'>): boolean =>
  stage === 'supplement' || ((stage === 'answered' || stage === 'closed') && stars === null)
