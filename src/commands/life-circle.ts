import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, runCommand } from '../city/command.ts'
import { refusalSaid } from '../city/words.ts'
import { operate } from '../kernel/people/handle/operations.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { type FileGiven, keepRead, peopleTable, readNetwork } from '../modules/life-circle/handle/networks.ts'
import { kinds } from '../modules/life-circle/model/kinds.ts'
import type { Need } from '../modules/life-circle/model/measures.ts'
import { type Gait, timeOf } from '../modules/life-circle/model/walk.ts'
import { type Imported, importMap } from '../modules/life-circle/rules/import.ts'
import { isochronesOver } from '../modules/life-circle/rules/isochrone/isochrone.ts'
import { coverageOf } from '../modules/life-circle/rules/measure/coverage.ts'
import { reachOf } from '../modules/life-circle/rules/reach/reach.ts'
import { walkOver } from '../modules/life-circle/rules/reach/walk.ts'
import { groundOf } from '../modules/life-circle/rules/snap/grid.ts'
import { snapPlaces, snapperOf } from '../modules/life-circle/rules/snap/snap.ts'
import {
  editRefusalWords,
  engineWords,
  importRefusalWords,
  troubleSentence,
} from '../modules/life-circle/words/engine.ts'
import { kindWords } from '../modules/life-circle/words/kinds.ts'
import { readOsm } from '../platform/osm/read.ts'
import { osmRefusalWords } from '../platform/osm/words.ts'
import { endWith } from '../platform/process/trouble.ts'
import type { Said } from '../platform/words.ts'

const EXIT = { usage: 2, unread: 3, troubles: 4, cancelled: 130 }
const SHOWN = 20
const MINUTES = [5, 10, 15] as const

const say = ({ zh, en }: Said): void => void process.stdout.write(`${zh}\n${en}\n`)
const remark = ({ zh, en }: Said): void => void process.stderr.write(`${zh}\n${en}\n`)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

type Options = { readonly all: boolean; readonly minutes: readonly number[]; readonly gait: Gait }

/** `npm run life-circle -- import|measure|isochrone …`: `import` stores into the city, the others only read and reckon. */
try {
  const code = await main()
  if (code !== undefined) process.exitCode = code
} catch (error) {
  process.exitCode = endWith(error)
}

async function main(): Promise<number | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      walker: { type: 'string', default: 'adult' },
      pace: { type: 'string', default: '60' },
      minutes: { type: 'string', default: '5,10,15' },
    },
  })
  const [verb, map, ...rest] = positionals
  const walker = (['adult', 'elder', 'child', 'wheelchair'] as const).find((name) => name === values.walker)
  const minutes = values.minutes.split(',').map(Number)
  const pace = Number(values.pace)
  const isSound = walker && pace >= 10 && pace <= 200 && minutes.every((each) => each > 0 && each <= 120)
  if (!verb || !map || !isSound) return refuse(EXIT.usage, engineWords.usage)
  const options = { all: values.all, minutes, gait: { walker, metresPerMinute: pace } }
  if (verb === 'isochrone' && rest.length === 2) return isochrone(map, rest.map(Number), options)
  if ((verb !== 'import' && verb !== 'measure') || rest.length > 1) return refuse(EXIT.usage, engineWords.usage)
  const missing = [map, ...rest].find((file) => !existsSync(file))
  if (missing) return refuse(EXIT.unread, engineWords.noFile(missing))
  const files = { map: fileAt(map), people: rest[0] === undefined ? null : fileAt(rest[0]) }
  if (verb === 'measure') return measureFiles(files, options)
  // Opens the database and sets the exit code itself.
  await runCommand((command) => importIntoCity(command, files, options))
  return undefined
}

type Files = { readonly map: FileGiven; readonly people: FileGiven | null }
function fileAt(path: string): FileGiven {
  return { name: basename(path), bytes: readFileSync(path) }
}

/** The same road as the page: read in a thread, then kept in one transaction with its line in the operation log. */
async function importIntoCity({ db, clock, config, progress }: Command, files: Files, { all }: Pick<Options, 'all'>) {
  const { district, dataDir } = config
  const [began, at] = [performance.now(), clock.now()]
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const onStep = (share: number) => void progress(engineWords.read(share))
  const read = await readNetwork({ db }, district, { ...files, day: localDay(at), onStep, stop: stop.signal })
  progress('')
  if (!read.ok)
    return refuse(
      read.refusal === 'cancelled' ? EXIT.cancelled : EXIT.unread,
      refusalSaid(read.refusal) ?? engineWords.usage,
    )
  report(read.imported, all)
  if (files.people === null) say(engineWords.estimated)
  const by = { district, who: 'command', unit: null, ip: '', at }
  const kept = await operate(db, by, { what: 'life-circle.network', target: files.map.name }, (tx) =>
    keepRead({ db: tx, dataDir }, district, { ...files, ...read }, { at, by: by.who }),
  )
  say(engineWords.kept(kept.version, district))
  print(engineWords.seconds('import', (performance.now() - began) / 1_000))
  return read.imported.report.troubles.length === 0 ? 0 : EXIT.troubles
}

function refuse(code: number, words: Said): number {
  remark(words)
  return code
}

async function measureFiles({ map, people }: Files, options: Options): Promise<number> {
  const read = readOsm(map.bytes)
  if (!read.ok) {
    if (read.at !== null) remark(engineWords.at(read.at))
    return refuse(EXIT.unread, osmRefusalWords[read.refusal])
  }
  const table = people && (await peopleTable(people))
  if (table && 'ok' in table) return refuse(EXIT.unread, refusalSaid(table.refusal) ?? engineWords.unreadTable)
  const answer = importMap({ osm: read.osm, people: table, onStep: showProgress })
  if (!answer.ok) return refuse(EXIT.unread, importRefusalWords[answer.refusal])
  report(answer.imported, options.all)
  if (people === null) say(engineWords.estimated)
  measure(answer.imported, options)
  return answer.imported.report.troubles.length === 0 ? 0 : EXIT.troubles
}

function showProgress(share: number): undefined {
  if (process.stderr.isTTY) process.stderr.write(`\r${engineWords.read(share)}${share === 1 ? '\n' : ''}`)
}

function report({ report: found, homes, places }: Imported, all: boolean): void {
  say(engineWords.network(found))
  const more = found.islands.slice(1)
  if (more.length > 0)
    say(
      engineWords.islands(
        more.length,
        more.reduce((sum, { nodes }) => sum + nodes, 0),
      ),
    )
  say(
    engineWords.people(
      homes.count,
      homes.people.reduce((sum, each) => sum + each, 0),
    ),
  )
  say(engineWords.places(places.length, new Set(places.map(({ kind }) => kind)).size))
  if (found.troubles.length === 0) return
  say(engineWords.troubles(found.troubles.length))
  const shown = all ? found.troubles : found.troubles.slice(0, SHOWN)
  for (const trouble of shown) {
    const { zh, en } = troubleSentence(trouble)
    print(`  ${zh} · ${en}`)
  }
  if (shown.length < found.troubles.length) say(engineWords.more(found.troubles.length - shown.length))
}

/** Coverage of every kind that the map tells of, each within five, ten and fifteen minutes, without any standard. */
function measure({ network, homes, places: told }: Imported, { gait }: Options): void {
  const present = kinds.filter((kind) => told.some((place) => place.kind === kind))
  const places = snapPlaces(snapperOf(groundOf(network)), told)
  const reach = reachOf({ walk: walkOver(network, gait), places, homes, kinds: present, cap: timeOf.minutes(15) })
  const needsAt = (minutes: number): Need[] =>
    present.map((kind) => ({ kind, limit: timeOf.minutes(minutes), must: true, weight: 1 }))
  const found = MINUTES.map((minutes) => ({ minutes, coverage: coverageOf(reach, needsAt(minutes)) }))
  say(engineWords.coverage)
  for (const [at, kind] of present.entries()) {
    const shares = found.map(({ coverage }) => {
      const { covered = 0, of = 0 } = coverage.kinds[at]?.people ?? {}
      return `${of === 0 ? '–' : ((100 * covered) / of).toFixed(1)} % (${covered}/${of})`
    })
    print(`  ${kindWords[kind].zh} ${kindWords[kind].en}\t${shares.join('\t')}`)
  }
  for (const { minutes, coverage } of found) {
    const { covered, of } = coverage.all.people
    say(engineWords.leftOut(minutes, of - covered, of))
  }
}

/** GeoJSON of the surfaces on standard output. */
function isochrone(map: string, [lng = Number.NaN, lat = Number.NaN]: number[], { gait, minutes }: Options): number {
  if (!existsSync(map)) return refuse(EXIT.unread, engineWords.noFile(map))
  const read = readOsm(readFileSync(map))
  if (!read.ok) return refuse(EXIT.unread, osmRefusalWords[read.refusal])
  const answer = importMap({ osm: read.osm, people: null })
  if (!answer.ok) return refuse(EXIT.unread, importRefusalWords[answer.refusal])
  const { network } = answer.imported
  const ground = groundOf(network)
  const isochrones = isochronesOver({ walk: walkOver(network, gait), ground, snapper: snapperOf(ground) })
  const found = isochrones.from([lng, lat], minutes.map(timeOf.minutes))
  if (found === null) return refuse(EXIT.unread, editRefusalWords['far-from-network'])
  const features = found.map(({ surface, squareMetres }, at) => ({
    type: 'Feature',
    properties: { minutes: minutes[at], squareMetres, walker: gait.walker, metresPerMinute: gait.metresPerMinute },
    geometry: { type: 'MultiPolygon', coordinates: surface },
  }))
  print(JSON.stringify({ type: 'FeatureCollection', features }))
  return 0
}
