/** Longest title that is proposed; a person may write a longer one. */
const MOST = 30
/** Shortest that says something; a part of a sentence must say more to stand alone. */
const LEAST = 4
const ENOUGH = 8

const greeting = /^(尊敬的)?(领导|您|你|各位领导|工作人员|大家)?好?[，,。！!：:、\s]+/u
const ends = /[。！？!?；;\n]/u

/** The first sentence that says something, greetings left out, as a title for what somebody wrote. Empty for nothing. */
export function proposedTitle(text: string): string {
  const sentences = text
    .trim()
    .replace(greeting, '')
    .split(ends)
    .map((sentence) => sentence.trim().replace(/^[，,、\s]+/u, ''))
    .filter((sentence) => sentence !== '')
  const telling = sentences.find((sentence) => [...sentence].length >= LEAST) ?? sentences[0] ?? ''
  return shortened(telling)
}

/** Its first part where that says enough by itself, else as much of it as a title holds. */
function shortened(sentence: string): string {
  const comma = sentence.search(/[，,]/u)
  const first = comma === -1 ? sentence : sentence.slice(0, comma)
  const title = [...first].length >= ENOUGH ? first : sentence
  return [...title]
    .slice(0, MOST)
    .join('')
    .replace(/[，,、：:]$/u, '')
}
