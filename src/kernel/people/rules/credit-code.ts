/** No I, O, S, V, Z, so that no letter is taken for a digit (GB 32100-2015, 表 B.1). */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Powers of three modulo 31, one per place (GB 32100-2015, 附录 B). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Whether the text is a unified social credit code (统一社会信用代码): registrar, kind, six digits of division,
 * nine signs of the body, and a check sign over them all. Capital letters only, as the licence is printed.
 */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * SIGNS.indexOf(text.charAt(place)), 0)
  return SIGNS.charAt((31 - (sum % 31)) % 31) === text.charAt(17)
}
