import { createLikeness } from '../modules/dispatch/handle/likeness.ts'
import { createWatch } from '../modules/dispatch/handle/watching.ts'
import type { Grounds } from './ground.ts'

/** What reads the words of messages in this process: what is alike, and what cannot wait. */
export function openDispatch({ db, log }: Pick<Grounds, 'db' | 'log'>) {
  const likeness = createLikeness({ db, onTrouble: (error) => log.warn({ error }, 'texts not compared') })
  const watch = createWatch(db)
  return { likeness, watch, alarmOf: watch.alarmOf }
}
