/** A sentence a person reads, in both tongues of the house: Chinese first. Stands only in `words` rooms. */
export type Said = { readonly zh: string; readonly en: string }

export type Tongue = keyof Said

/** Two tongues in one call; keeps tables of words readable. */
export const said = (zh: string, en: string): Said => ({ zh, en })

/** A number and its noun in English: `1 row`, `2 rows`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
