import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** What a word may look like in the index: letters, digits or Chinese characters, at most 40 long. */
const WORD = /^[\p{L}\p{N}]{1,40}$/u

let jieba: Jieba | null = null

/** Words of a text for the index, each once, in lower case; long words also by their parts. The dictionary loads on first use. */
export function cutForIndex(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  const words = new Set<string>()
  for (const word of jieba.cutForSearch(text.slice(0, 20_000), true)) if (WORD.test(word)) words.add(word.toLowerCase())
  return [...words]
}

/** Words of a question to the index: cut coarsely, so that each of them must be there. */
export function cutForQuestion(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  return [...new Set(jieba.cut(text.slice(0, 200), true).filter((word) => WORD.test(word)))].map((word) =>
    word.toLowerCase(),
  )
}
