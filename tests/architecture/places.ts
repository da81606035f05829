import { posix } from 'node:path'

// Three orders and one law: an import points at something earlier, or stays in its own room.
export const bands = ['platform', 'ui', 'kernel', 'modules', 'web'] as const
export const kernelHouses = [
  'ledger',
  'people',
  'organisations',
  'places',
  'worktime',
  'matters',
  'channels',
  'documents',
  'cases',
  'ratings',
  'indicators',
]
export const rooms = [
  'model',
  'words',
  'rules',
  'policy',
  'pages',
  'migrations',
  'ledger',
  'store',
  'handle',
  'routes',
  'jobs',
  'seed',
  'module',
]
/** Rooms without the world in them: the browser runs them as well as the server. */
export const pureRooms = ['model', 'words', 'rules', 'policy']

export type Place = { band: (typeof bands)[number] | 'root' | 'outside'; house: string; room: string }
export type Import = { path: string; typesOnly: boolean }

const isBand = (name: string): name is (typeof bands)[number] => bands.some((band) => band === name)

export function placeOf(file: string): Place {
  const [top, band = '', house = '', rest = ''] = file.split('/')
  if (top !== 'src') return { band: 'outside', house: '', room: '' }
  if (!isBand(band)) return { band: 'root', house: '', room: '' }
  return { band, house: house.replace(/\.tsx?$/, ''), room: rest.replace(/\..*$/, '') }
}

export const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file)
export const isCode = (file: string) => /\.tsx?$/.test(file)
/** A house is a folder of the kernel or of the modules. */
export const houseOf = (file: string): string | null => /^src\/((?:kernel|modules)\/[^/]+)\//.exec(file)?.[1] ?? null

/** Every import of a file, static, dynamic or for its effect; packages under their names, files under their paths. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  const add = (path: string, typesOnly: boolean) =>
    found.push({ path: path.startsWith('.') ? posix.join(posix.dirname(file), path) : path, typesOnly })
  for (const match of text.matchAll(/^(?:import|export)( type)?\s([^'"()=;]*?)\s?from '([^']+)'/gm))
    add(match[3] ?? '', match[1] !== undefined || onlyTypes(match[2] ?? ''))
  for (const match of text.matchAll(/^import '([^']+)'/gm)) add(match[1] ?? '', false)
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'/g)) add(match[1] ?? '', false)
  return found
}

function onlyTypes(names: string): boolean {
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1] ?? 'a value'
  return list.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
}

export function mayImport(from: Place, to: Place, typesOnly: boolean): boolean {
  if (from.band === 'root' || from.band === 'outside') return true
  if (to.band === 'root' || to.band === 'outside') return false
  const inBrowser = from.room === 'pages' || from.band === 'ui' || from.band === 'web'
  if (to.band === 'platform') return true
  if (to.band === 'ui') return inBrowser
  if (to.band === 'kernel' && to.house === 'module') return typesOnly
  if (inBrowser && to.band !== 'web' && to.room !== 'pages' && !pureRooms.includes(to.room)) return false
  if (pureRooms.includes(from.room) && !pureRooms.includes(to.room)) return false
  return isInward(from, to, inBrowser)
}

function isInward(from: Place, to: Place, inBrowser: boolean): boolean {
  if (to.band !== from.band) return bands.indexOf(to.band as never) < bands.indexOf(from.band as never)
  if (from.band === 'platform' || from.band === 'ui' || from.band === 'web') return true
  if (to.house === from.house) return inBrowser || rooms.indexOf(to.room) <= rooms.indexOf(from.room)
  return from.band === 'kernel' && kernelHouses.indexOf(to.house) < kernelHouses.indexOf(from.house)
}
