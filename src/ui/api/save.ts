import { uiWords } from '../words.ts'
import { problem, problemOf } from './problem.ts'

/** Fetches a file and lets the browser keep it under the name the server gave. Rejects with a `Problem`. */
export async function saveFile(url: string, otherName: string): Promise<void> {
  keepFile(await answered(() => fetch(url, { credentials: 'same-origin' })), otherName)
}

type Sent = { readonly file: Blob; readonly name: string; readonly key: string }

/** Sends a file and keeps the one that comes back: what was wrong with each row, or what became of it. */
export async function exchangeFile(url: string, { file, name, key }: Sent, otherName: string): Promise<void> {
  const body = new FormData()
  body.append('file', file, name)
  const headers = { 'idempotency-key': key }
  keepFile(await answered(() => fetch(url, { method: 'POST', credentials: 'same-origin', headers, body })), otherName)
}

type Answered = { readonly blob: Blob; readonly name: string | undefined }

async function answered(ask: () => Promise<Response>): Promise<Answered> {
  const response = await ask().catch(() => {
    throw problem('offline', uiWords.offline)
  })
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => undefined)
    throw problemOf(response.status, body, response.headers.get('retry-after'))
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { blob: await response.blob(), name }
}

function keepFile({ blob, name }: Answered, otherName: string): void {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name ?? otherName })
  link.click()
  URL.revokeObjectURL(address)
}
