import { createLikeness } from '../modules/dispatch/handle/likeness.ts'
import { createModels } from '../modules/dispatch/handle/models.ts'
import { createReading } from '../modules/dispatch/handle/reading.ts'
import { createWatch } from '../modules/dispatch/handle/watching.ts'
import { createModelFiles } from '../modules/dispatch/store/model-files.ts'
import { lastRulings } from '../modules/dispatch/store/sortings.ts'
import { FALLBACK_MATTER, offeredProcedures } from './engine.ts'
import type { Grounds } from './ground.ts'

/** What reads the words of messages in this process: what is alike, what cannot wait, and where it belongs. */
export function openDispatch({ db, clock, log, config }: Pick<Grounds, 'db' | 'clock' | 'log' | 'config'>) {
  const likeness = createLikeness({ db, onTrouble: (error) => log.warn({ error }, 'texts not compared') })
  const watch = createWatch({ db, clock })
  const modelFiles = createModelFiles(config.dataDir)
  const models = createModels({
    db,
    files: modelFiles,
    onTrouble: (district, model) =>
      log.warn({ district, model }, 'model in force cannot be read; the shipped one reads'),
  })
  const readWords = createReading({
    db,
    clock,
    reader: models.reader,
    offered: offeredProcedures,
    fallbackMatter: FALLBACK_MATTER,
  })
  return { likeness, watch, alarmOf: watch.alarmOf, readWords, precedentsOf: lastRulings(db), models, modelFiles }
}
