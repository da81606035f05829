import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, Worker } from 'node:worker_threads'

type Word<Told, Answer> = { readonly told: Told } | { readonly answer: Answer }

export type AsideParts<Told> = {
  /** A built file that answers by `answerAside`. */
  readonly file: string
  /** Told how far it is, in the words of the file; `false` calls it off. */
  readonly onTold?: (told: Told) => boolean | undefined
  readonly stop?: AbortSignal
}

/** Where the built file of a thread lies, beside this one or above its chunk; null where the code runs from its sources. */
export function builtThread(name: string, here: string = import.meta.dirname): string | null {
  return [here, dirname(here)].map((folder) => join(folder, `${name}.js`)).find((file) => existsSync(file)) ?? null
}

/**
 * Asks one long question of a thread of its own, so that everybody else is answered meanwhile. Null when it was called
 * off: then the thread ends in the middle of what it does. Rejects when the thread fails.
 */
export async function askAside<Question, Told, Answer>(
  { file, onTold, stop }: AsideParts<Told>,
  question: Question,
): Promise<Answer | null> {
  if (stop?.aborted) return null
  const worker = new Worker(file)
  try {
    return await new Promise<Answer | null>((resolve, reject) => {
      worker.on('message', (word: Word<Told, Answer>) => {
        if ('answer' in word) resolve(word.answer)
        else if (onTold?.(word.told) === false) resolve(null)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the thread ended without an answer (${code})`)))
      stop?.addEventListener('abort', () => resolve(null), { once: true, signal: ended(worker) })
      worker.postMessage(question)
    })
  } finally {
    await worker.terminate()
  }
}

/** Aborted when a thread has ended, so that nothing goes on listening for its sake. */
function ended(worker: Worker): AbortSignal {
  const end = new AbortController()
  worker.once('exit', () => end.abort())
  return end.signal
}

/** In the thread: answers the question it is asked. The typed arrays of the answer change hands, they are not copied. */
export function answerAside<Question, Told, Answer>(
  work: (question: Question, tell: (told: Told) => undefined) => Answer | Promise<Answer>,
): void {
  parentPort?.once('message', async (question: Question) => {
    const answer = await work(question, (told) => {
      parentPort?.postMessage({ told })
      return undefined
    })
    parentPort?.postMessage({ answer }, [...buffersIn(answer, new Set())])
  })
}

function buffersIn(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (Array.isArray(value)) {
    // A list of numbers or names holds no buffers: its first says so for all.
    if (typeof value[0] === 'object') for (const each of value) buffersIn(each, found)
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) buffersIn(each, found)
  return found
}
