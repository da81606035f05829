import { parentPort, workerData } from 'node:worker_threads'
import type { Letter } from '../modules/dispatch/model/classify.ts'
import { readerOf } from '../modules/dispatch/rules/classify/classify.ts'
import { type LearnTask, learnTask } from '../modules/dispatch/rules/classify/learn.ts'
import { readModel } from '../modules/dispatch/rules/classify/model-file.ts'
import { readAll, type Wanted } from './readings.ts'

/** What a thread that reads and learns is asked: letters to read with the model it was given, or one task of a training. */
export type ThreadQuestion =
  | { readonly letters: readonly Letter[]; readonly wanted: Wanted }
  | { readonly task: LearnTask }

const read = workerData?.model instanceof Uint8Array ? readerFor(Buffer.from(workerData.model)) : null

parentPort?.on('message', (question: ThreadQuestion) => {
  parentPort?.postMessage(
    'task' in question ? learnTask(question.task) : read && readAll(read, question.letters, question.wanted),
  )
})

/** The dictionary is loaded at once, so that the first letter waits no longer than the others. */
function readerFor(bytes: Buffer) {
  const model = readModel(bytes)
  if (!model.ok) throw new Error(model.refusal)
  const reader = readerOf(model.model)
  reader({ title: '', detail: 'x' })
  return reader
}
