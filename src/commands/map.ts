import { existsSync, readFileSync, statSync } from 'node:fs'
import { writer } from '../city/command.ts'
import { baseMapPath } from '../city/map.ts'
import { readConfig } from '../platform/config/config.ts'
import { endWith } from '../platform/process/trouble.ts'
import { makeArchive } from '../platform/tiles/make-archive.ts'
import { mapWords } from '../platform/tiles/words.ts'

const USAGE_EXIT = 2
const UNREAD_EXIT = 3
const CANCELLED_EXIT = 130

/**
 * `npm run map -- <file.osm.pbf|file.osm>`: makes the base map of the district from an extract of OpenStreetMap. A
 * running server takes it up by itself; broken off, the old one stays.
 */
async function map(): Promise<number> {
  const config = readConfig()
  const { say, progress } = writer()
  const [file] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  if (file === undefined) {
    say(mapWords.usage)
    return USAGE_EXIT
  }
  if (!existsSync(file) || !statSync(file).isFile()) {
    say(mapWords.noFile(file))
    return UNREAD_EXIT
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const began = performance.now()
  const path = baseMapPath(config)
  const made = await makeArchive(readFileSync(file), {
    path,
    name: config.cityName,
    credit: '© OpenStreetMap contributors',
    signal: stop.signal,
    onProgress: (step, share) => progress(`${mapWords[step].zh} ${Math.floor(share * 100)}%`),
  })
  progress('')
  if (!made.ok) {
    say(mapWords.unread(made.refusal, made.at))
    return made.refusal === 'cancelled' ? CANCELLED_EXIT : UNREAD_EXIT
  }
  const seconds = (performance.now() - began) / 1_000
  say(mapWords.made({ ...made, path, seconds }))
  return 0
}

map().then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    process.exitCode = endWith(error)
  },
)
