/** Stages in which a bad rating is being put right, so that the rated must know of it. */
const rectifying: readonly string[] = ['rectifying', 'rectify-check']

/**
 * Whether the rated may know of the rating yet: when the case is over, so that the hour of a rating does not betray
 * who gave it, or when he has to put it right.
 */
export const ratingIsOut = ({ stage, settled }: { readonly stage: string; readonly settled: boolean }): boolean =>
  settled || rectifying.includes(stage)
