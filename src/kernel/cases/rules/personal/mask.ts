import { findPersonal, type PersonalKind } from './find.ts'

/** How many places stay to be read at the head and at the tail, so that its owner knows it again and nobody can use it. */
const kept: Readonly<Record<PersonalKind, readonly [head: number, tail: number]>> = {
  identity: [3, 1],
  'bank-card': [0, 4],
  mobile: [3, 4],
  landline: [0, 4],
  plate: [2, 2],
  email: [1, 0],
}

/** One found stretch with a star for each letter or digit in its middle; signs between them stay. */
export function maskOne(kind: PersonalKind, words: string): string {
  if (kind === 'email') return `${words.slice(0, 1)}***${words.slice(words.indexOf('@'))}`
  const [head, tail] = kept[kind]
  const letters = [...words].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length
  let seen = 0
  return [...words]
    .map((letter) => {
      if (!/[\p{L}\p{N}]/u.test(letter)) return letter
      seen++
      return seen <= head || seen > letters - tail ? letter : '*'
    })
    .join('')
}

/** The text as somebody may read it who needs not know whom it names. */
export const maskPersonal = (text: string): string => rewrite(text, maskOne)

/** The text as learning and comparing may read it: nothing of a person is left, not even how long it was. */
export const withoutPersonal = (text: string): string => rewrite(text, () => ' ')

function rewrite(text: string, to: (kind: PersonalKind, words: string) => string): string {
  let done = 0
  let out = ''
  for (const { kind, start, end } of findPersonal(text)) {
    out += text.slice(done, start) + to(kind, text.slice(start, end))
    done = end
  }
  return out + text.slice(done)
}
