import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { takeShots } from '../../tests/shots/run.ts'
import { endWith } from '../platform/process/trouble.ts'

/** Exit code of pages that showed an error or run off the side. */
const FAULTY_EXIT = 3

/**
 * `npm run shots [-- --only desk/home --url http://127.0.0.1:3000]`: a picture of every registered page of the three
 * faces and of the gallery into `shots/`, as several people of the demo town see it. Behind a `!` stands what is wrong.
 */
try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      url: { type: 'string' },
    },
  })
  const root = join(import.meta.dirname, '../../..')
  const faulty = await takeShots({
    root,
    out: join(root, 'shots'),
    only: values.only,
    url: values.url ?? null,
    say: (line) => process.stdout.write(`${line}\n`),
  })
  process.exitCode = faulty === 0 ? 0 : FAULTY_EXIT
} catch (error) {
  process.exitCode = endWith(error)
}
