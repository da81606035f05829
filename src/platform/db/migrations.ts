/** Every migration of every house, in the order in which they are applied. */

/** One dated SQL file: `kernel/ledger/2026-11-23-ledger.sql`. */
export type Migration = { readonly name: string; readonly sql: string }

/** Houses of one band in reading order; a house not named comes after, by the alphabet. */
const houses = [
  'db',
  'jobs',
  'ledger',
  'people',
  'organisations',
  'places',
  'worktime',
  'matters',
  'channels',
  'cases',
  'ratings',
  'indicators',
]
const bands = ['platform', 'kernel', 'modules']

/** The migrations that this program was built with. */
export function collectMigrations(): Migration[] {
  const files = import.meta.glob<string>('../../{platform,kernel,modules}/*/migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  return inOrder(Object.entries(files).map(([path, sql]) => ({ name: nameOf(path), sql })))
}

/** `../../kernel/ledger/migrations/x.sql`, however the bundler writes its beginning. */
function nameOf(path: string): string {
  const [file = '', , house = '', band = ''] = path.split('/').reverse()
  return `${bands.includes(band) ? band : 'platform'}/${house === '..' || house === '.' ? 'db' : house}/${file}`
}

/** Bands, then houses, then dates. */
export function inOrder(migrations: readonly Migration[]): Migration[] {
  const key = ({ name }: Migration) => {
    const [band = '', house = '', file = ''] = name.split('/')
    return [place(bands, band), place(houses, house), house, file].join(' ')
  }
  return migrations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

function place(list: readonly string[], word: string): string {
  const at = list.indexOf(word)
  return String(at < 0 ? list.length : at).padStart(3, '0')
}
