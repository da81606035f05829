/** What a clean text comes to; a NUL character is refused because no database text can hold it. */
export type Cleaned =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: 'nul-in-text' }

/**
 * The text of a person as every intake door stores it: half-width letters and digits, one kind of blank, at most one
 * empty line in a row, nothing invisible, trimmed. Chinese punctuation stays as it was typed. Cleaning twice changes nothing.
 */
export function cleanText(text: string): Cleaned {
  if (text.includes('\0')) return { ok: false, refusal: 'nul-in-text' }
  const plain = text
    .normalize('NFC')
    .replace(foldable, (letter) => letter.normalize('NFKC'))
    .replace(loneSurrogate, '\uFFFD')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(blank, ' ')
    .replace(invisible, '')
  const folded = plain
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
  return { ok: true, text: folded.trim().normalize('NFC') }
}

/** The same for a text of one line: a topic, a name, a number. */
export function cleanLine(text: string): Cleaned {
  const cleaned = cleanText(text)
  return cleaned.ok ? { ok: true, text: cleaned.text.replace(/\n+/g, ' ') } : cleaned
}

/**
 * Where NFKC changes only how a character is drawn: full-width letters and digits, Kangxi radicals that stand for their
 * characters, Latin ligatures. Elsewhere it would turn ， into a comma and ㎡ into m2, which nobody typed.
 */
const foldable = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u2F00-\u2FD5\uFB00-\uFB06]/g
const loneSurrogate = /\p{Surrogate}/gu
const blank = /[\t\v\f\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
/** Control characters, marks that turn the direction of reading, and what has no width; joiners inside emoji stay. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0001-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g
