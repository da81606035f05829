/** What an XML text is made of. Names come without their prefix: `x:row` is `row`. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: (name: string) => string | undefined }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Reads an XML text piece by piece: as much of XML as the parts of a workbook use. No document types, so nothing can
 * swell and nothing outside is fetched. An empty element gives an open and a close. Throws a SyntaxError where tags do
 * not match or the text ends too early.
 */
export function* xmlEvents(text: string): Generator<XmlEvent> {
  const open: string[] = []
  for (let at = 0; at < text.length; ) {
    const tag = text.indexOf('<', at)
    if (tag !== at) {
      const words = text.slice(at, tag < 0 ? undefined : tag)
      if (open.length > 0) yield { kind: 'text', text: unescaped(words) }
      if (tag < 0) break
    }
    const piece = pieceAt(text, tag)
    at = piece.next
    if (piece.kind === 'skip') continue
    if (piece.kind === 'text') {
      yield piece
      continue
    }
    const name = localName(piece.name)
    if (piece.kind === 'close') {
      if (open.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`)
      yield { kind: 'close', name }
      continue
    }
    yield { kind: 'open', name, attributes: (wanted) => attributeOf(piece.rest, wanted) }
    if (piece.isEmpty) yield { kind: 'close', name }
    else open.push(name)
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)}> is never closed`)
}

type Piece = { readonly next: number } & (
  | { readonly kind: 'skip' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'open'; readonly name: string; readonly rest: string; readonly isEmpty: boolean }
)

function pieceAt(text: string, at: number): Piece {
  if (text.startsWith('<?', at)) return { kind: 'skip', next: endOf(text, '?>', at) }
  if (text.startsWith('<!--', at)) return { kind: 'skip', next: endOf(text, '-->', at) }
  if (text.startsWith('<![CDATA[', at)) {
    const next = endOf(text, ']]>', at)
    return { kind: 'text', text: text.slice(at + 9, next - 3), next }
  }
  if (text.startsWith('<!', at)) throw new SyntaxError('a document type is not taken')
  const next = endOf(text, '>', at)
  if (text[at + 1] === '/') return { kind: 'close', name: text.slice(at + 2, next - 1).trim(), next }
  const isEmpty = text[next - 2] === '/'
  const inside = text.slice(at + 1, next - (isEmpty ? 2 : 1))
  const name = /^[^\s/]+/.exec(inside)?.[0]
  if (name === undefined) throw new SyntaxError('a tag without a name')
  return { kind: 'open', name, rest: inside.slice(name.length), isEmpty, next }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new SyntaxError(`${mark} is missing`)
  return at + mark.length
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(rest: string, wanted: string): string | undefined {
  for (const [, name = '', double, single = ''] of rest.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted || localName(name) === wanted) return unescaped(double ?? single)
  return undefined
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[name] ?? whole
  })
}
