import type { Progress } from '../kernel/places/model/topology.ts'
import { checkImport, type ImportAnswer, type ImportQuestion } from '../kernel/places/rules/import-check.ts'
import { answerAside } from '../platform/process/aside.ts'

const TOLD_EVERY = 400

/** The thread that reads files of layers and looks how their areas fit together, so that the city answers meanwhile. */
answerAside<ImportQuestion, Progress, ImportAnswer>(async (question, tell) => {
  const check = checkImport(question)
  let told = Number.NEGATIVE_INFINITY
  for (;;) {
    const step = await check.next()
    if (step.done) return step.value
    if (performance.now() - told < TOLD_EVERY) continue
    told = performance.now()
    tell(step.value)
  }
})
