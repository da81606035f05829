import { keptTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { actKey } from './call.ts'
import { problem, problemOf } from './problem.ts'

type Options = {
  /** 0 to 1, as the bytes leave. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
  key?: string
}

/**
 * Sends one file as multipart field `file`. By XMLHttpRequest, since `fetch` cannot say how far it has come.
 * Rejects with a `Problem`.
 */
export function upload<Answer>(url: string, file: Blob, name: string, options: Options = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', keptTongue() === 'en' ? 'en' : 'zh-CN')
    request.setRequestHeader('idempotency-key', options.key ?? actKey())
    request.responseType = 'text'
    request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total > 0 ? loaded / total : 0)
    request.onerror = () => failed(problem('offline', uiWords.offline))
    request.ontimeout = () => failed(problem('timeout', uiWords.timeout))
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) done(answer as Answer)
      else failed(problemOf(request.status, answer, request.getResponseHeader('retry-after')))
    }
    options.signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, name)
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the status says enough
  }
}
