import { Worker } from 'node:worker_threads'

/** Asks of several threads of one file, each answering one question at a time. */
export type Threads<Question, Answer> = AsyncDisposable & {
  /** Answers in the order of the questions; null when it was called off. A thread that fails rejects. */
  askAll(questions: readonly Question[], onAnswer?: () => void): Promise<readonly Answer[] | null>
}

export type ThreadParts = {
  /** A built file whose default work is done by `answerQuestions`. */
  readonly file: string
  readonly count: number
  readonly given?: unknown
  readonly stop?: AbortSignal
}

/** Opens threads; memory that is shared is not copied. Called off, they end in the middle of what they do. */
export function openThreads<Question, Answer>({ file, count, given, stop }: ThreadParts): Threads<Question, Answer> {
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData: given }))
  const end = async () => void (await Promise.all(workers.map((worker) => worker.terminate())))

  async function askAll(questions: readonly Question[], onAnswer = () => {}): Promise<readonly Answer[] | null> {
    const answers: Answer[] = []
    let next = 0
    const serve = async (worker: Worker): Promise<void> => {
      while (next < questions.length && !stop?.aborted) {
        const at = next++
        const question = questions[at]
        if (question === undefined) return
        const answer = await ask<Question, Answer>(worker, question, stop)
        if (answer === null) return
        answers[at] = answer.value
        onAnswer()
      }
    }
    await Promise.all(workers.map(serve))
    return stop?.aborted ? null : answers
  }
  return { askAll, [Symbol.asyncDispose]: end }
}

function ask<Question, Answer>(worker: Worker, question: Question, stop?: AbortSignal) {
  return new Promise<{ readonly value: Answer } | null>((resolve, reject) => {
    const clear = () => {
      worker.off('message', answered)
      worker.off('error', failed)
      stop?.removeEventListener('abort', calledOff)
    }
    const answered = (value: Answer) => {
      clear()
      resolve({ value })
    }
    const failed = (error: Error) => {
      clear()
      reject(error)
    }
    const calledOff = () => {
      clear()
      resolve(null)
    }
    worker.once('message', answered)
    worker.once('error', failed)
    stop?.addEventListener('abort', calledOff, { once: true })
    worker.postMessage(question)
  })
}
