import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** What a word may look like in the index: letters, digits or Chinese characters, at most 40 long. */
const WORD = /^[\p{L}\p{N}]{1,40}$/u

let jieba: Jieba | null = null

/** One Chinese character: as a word of its own it finds nearly everything and therefore nothing. */
const SINGLE = /^\p{Script=Han}$/u

/**
 * Words of a text for the index, each once, in lower case: every word of the dictionary that the text holds, however
 * its neighbours would cut it (小区路灯不亮 holds 路灯 though it is cut 小区/路/灯不亮), and the characters that stand
 * alone. Of a long text the first 20,000 characters. The dictionary loads on first use.
 */
export function cutForIndex(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  const head = text.slice(0, 20_000)
  const held = jieba.cutAll(head).filter((word) => !SINGLE.test(word))
  return wordsOf([...held, ...jieba.cut(head, false)])
}

/** Words of a question to the index: each of them must be there, so single characters count only when there is no longer word. */
export function cutForQuestion(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  const words = wordsOf(jieba.cut(text.slice(0, 200), false))
  const telling = words.filter((word) => !SINGLE.test(word))
  return telling.length > 0 ? telling : words
}

/** A text cut into its words in order, nothing left out: put together again they are the text. */
export function cutInOrder(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  return text === '' ? [] : jieba.cut(text, true)
}

function wordsOf(cut: readonly string[]): string[] {
  return [...new Set(cut.filter((word) => WORD.test(word)).map((word) => word.toLowerCase()))]
}
