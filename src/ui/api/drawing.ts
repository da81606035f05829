import { uiWords } from '../words.ts'
import { problem, problemOf } from './problem.ts'

/** A drawing of the server (SVG) in the reader's tongue, as text. Throws a Problem. */
export async function readDrawing(url: string, tongue: string): Promise<string> {
  const headers = { 'accept-language': tongue === 'en' ? 'en' : 'zh-CN' }
  const response = await fetch(url, { credentials: 'same-origin', headers }).catch(() => {
    throw problem('offline', uiWords.offline)
  })
  const text = await response.text()
  if (!response.ok) throw problemOf(response.status, undefined, response.headers.get('retry-after'))
  return text
}
