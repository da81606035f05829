import { SaxesParser } from 'saxes'

/** Reads XML with a strict parser; every element in the order of its opening. */
export function parsed(text: string): { name: string; children: string[]; text: string }[] {
  const found: { name: string; children: string[]; text: string }[] = []
  const open: (typeof found)[number][] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    open.at(-1)?.children.push(name)
    const element = { name, children: [], text: '' }
    open.push(element)
    found.push(element)
  })
  parser.on('text', (said) => {
    const element = open.at(-1)
    if (element) element.text += said
  })
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  return found
}
