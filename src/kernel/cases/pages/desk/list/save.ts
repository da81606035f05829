import { problem, problemOf } from '../../../../../ui/api/problem.ts'
import { uiWords } from '../../../../../ui/words.ts'

/** Fetches a file and lets the browser keep it under the name the server gave. Rejects with a `Problem`. */
export async function saveFile(url: string, otherName: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw problem('offline', uiWords.offline)
  })
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => undefined)
    throw problemOf(response.status, body, response.headers.get('retry-after'))
  }
  const address = URL.createObjectURL(await response.blob())
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const link = Object.assign(document.createElement('a'), { href: address, download: name ?? otherName })
  link.click()
  URL.revokeObjectURL(address)
}
