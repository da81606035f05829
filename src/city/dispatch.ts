import { createLikeness } from '../modules/dispatch/handle/likeness.ts'
import { createReading } from '../modules/dispatch/handle/reading.ts'
import { createWatch } from '../modules/dispatch/handle/watching.ts'
import { readerOf } from '../modules/dispatch/rules/classify/classify.ts'
import { shippedClassifier } from '../modules/dispatch/store/classifier.ts'
import { lastRulings } from '../modules/dispatch/store/sortings.ts'
import { FALLBACK_MATTER, offeredProcedures } from './engine.ts'
import type { Grounds } from './ground.ts'

/** What reads the words of messages in this process: what is alike, what cannot wait, and where it belongs. */
export function openDispatch({ db, clock, log }: Pick<Grounds, 'db' | 'clock' | 'log'>) {
  const likeness = createLikeness({ db, onTrouble: (error) => log.warn({ error }, 'texts not compared') })
  const watch = createWatch({ db, clock })
  const readWords = createReading({
    db,
    clock,
    reader: shippedReader,
    offered: offeredProcedures,
    fallbackMatter: FALLBACK_MATTER,
  })
  return { likeness, watch, alarmOf: watch.alarmOf, readWords, precedentsOf: lastRulings(db) }
}

async function shippedReader() {
  const model = await shippedClassifier()
  return { labels: model.labels, read: readerOf(model) }
}
