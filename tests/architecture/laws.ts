import { houseOf, importsOf, isCode, isTest, kernelHouses, mayImport, placeOf, rooms } from './places.ts'

/** The whole tree as the laws see it: path from the root of the project to text. */
export type Tree = ReadonlyMap<string, string>

/** Every breach of the house's laws, one sentence each; empty when the house stands. */
export const offences = (tree: Tree): string[] => laws.flatMap((law) => law(tree))

const laws = [
  standsInARoom,
  pointsInward,
  staysOutOfTheBrowser,
  isShort,
  isWellNamed,
  isPlain,
  keepsTheDoors,
  isIntroduced,
  speaksInWords,
  knowsNoCircles,
]

const codeUnder = (tree: Tree, where: RegExp) => [...tree].filter(([file]) => isCode(file) && where.test(file))
const ours = /^(src|tests|seed|bench)\//
const working = (tree: Tree, where: RegExp) => codeUnder(tree, where).filter(([file]) => !isTest(file))

function standsInARoom(tree: Tree): string[] {
  return working(tree, /^src\//).flatMap(([file]) => {
    const { band, house, room } = placeOf(file)
    if (band === 'kernel' && house === 'module') return []
    if (band !== 'kernel' && band !== 'modules') return []
    if (band === 'kernel' && !kernelHouses.includes(house)) return [`${file} is in no house of the kernel`]
    return rooms.includes(room) ? [] : [`${file} is in no room`]
  })
}

function pointsInward(tree: Tree): string[] {
  return working(tree, /^src\//).flatMap(([file, text]) =>
    importsOf(file, text)
      .filter(({ path }) => path.includes('/') && (path.startsWith('src/') || path.startsWith('tests/')))
      .filter(({ path, typesOnly }) => !mayImport(placeOf(file), placeOf(path), typesOnly))
      .map(({ path }) => `${file} → ${path}`),
  )
}

/** Follows what pages, ui and web load; nothing on the way may need the server. */
function staysOutOfTheBrowser(tree: Tree): string[] {
  const serverOnly = /^(node:|pg$|kysely|fastify|@fastify\/|sharp$|@node-rs\/|exceljs$|nodemailer|openid-client)/
  const waiting = working(tree, /^src\/(ui|web)\/|\/pages\//).map(([file]) => file)
  const seen = new Set(waiting)
  const breaches: string[] = []
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { path, typesOnly } of importsOf(file, tree.get(file) ?? '')) {
      if (typesOnly) continue
      if (serverOnly.test(path)) breaches.push(`${file} takes ${path} into the browser`)
      if (!tree.has(path) || seen.has(path)) continue
      seen.add(path)
      waiting.push(path)
    }
  }
  return breaches
}

function isShort(tree: Tree): string[] {
  return codeUnder(tree, ours)
    .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 300)
    .map(({ file, lines }) => `${file} has ${lines} lines`)
}

function isWellNamed(tree: Tree): string[] {
  const drawer = /^(utils?|helpers?|common|misc|manager|base|impl)$/
  const vague =
    /^export .*\b(?:class|function|const|type|interface) (\w*[a-z](?:Manager|Helpers?|Utils?|Base|Impl))\b/gm
  return codeUnder(tree, ours).flatMap(([file, text]) => [
    ...(file.split(/[/.-]/).some((part) => drawer.test(part)) ? [`${file} has a name that says nothing`] : []),
    ...[...text.matchAll(vague)].map((match) => `${file} calls something ${match[1]}`),
  ])
}

/** Comments gone and strings emptied, so that a pattern meets code alone. */
export const bare = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (found) =>
    found.startsWith('/') ? '' : "''",
  )

function isPlain(tree: Tree): string[] {
  const patterns: [RegExp, string][] = [
    [/(:|\bas|<|\|) ?any\b(?! other)/, 'says any'],
    [/[\w)\]]!(?:[.,;)\]}[]|\s*$)/m, 'asserts away null with !'],
    [/^export default/m, 'has a default export'],
    [/^(?:export )?(?:const )?enum /m, 'has an enum'],
  ]
  return codeUnder(tree, ours).flatMap(([file, text]) =>
    patterns.filter(([pattern]) => pattern.test(bare(text))).map(([, offence]) => `${file} ${offence}`),
  )
}

function keepsTheDoors(tree: Tree): string[] {
  return working(tree, /^(src|seed)\//).flatMap(([file, text]) => {
    const code = bare(text)
    const found: string[] = []
    if (/\bprocess\.env\b/.test(code) && !file.startsWith('src/platform/config/'))
      found.push(`${file} reads process.env`)
    if (readsTheClock(file, text)) found.push(`${file} reads the machine's clock`)
    const { band, room } = placeOf(file)
    const mayAsk = !['kernel', 'modules'].includes(band) || ['store', 'ledger'].includes(room)
    const asks = importsOf(file, text).some(({ path, typesOnly }) => path === 'kysely' && !typesOnly)
    if (asks && !mayAsk) found.push(`${file} writes SQL outside a store`)
    return found
  })
}

/** Faces may read the clock of the person's machine where a comment on the line, or above it, says why. */
function readsTheClock(file: string, text: string): boolean {
  if (file === 'src/platform/time.ts') return false
  const clock = /\bDate\.now\(\)|\bnew Date\(\)|\bnew Date\b(?!\()/
  if (!clock.test(bare(text))) return false
  const excused = /^src\/(ui|web)\/|\/pages\//.test(file)
  const lines = text.split('\n')
  return lines.some((line, at) => clock.test(bare(line)) && !(excused && /\/\/|\*\//.test(`${lines[at - 1]}${line}`)))
}

function isIntroduced(tree: Tree): string[] {
  const glossary = tree.get('docs/glossary.md') ?? ''
  const city = [...tree].filter(([file]) => /^src\/city(\.ts$|\/)/.test(file)).map(([, text]) => text)
  const houses = new Set([...tree.keys()].filter(isCode).flatMap((file) => houseOf(file) ?? []))
  return [...houses].flatMap((house) => {
    const name = house.split('/')[1] ?? ''
    const brings = tree.has(`src/${house}/module.ts`)
    const opens = [...tree.keys()].some((file) => file.startsWith(`src/${house}/routes`) && !isTest(file))
    return [
      ...(tree.has(`src/${house}/README.md`) ? [] : [`${house} has no README.md`]),
      ...(new RegExp(`^## .*\\b${name}\\b`, 'm').test(glossary) ? [] : [`${house} is not in docs/glossary.md`]),
      ...(opens && !brings ? [`${house} has routes and no module.ts`] : []),
      ...(brings && !city.some((text) => text.includes(`${house}/module.ts`)) ? [`${house} is not in city.ts`] : []),
    ]
  })
}

const uncommented = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')

/** What a person reads stands in a `words` room: no Chinese in a page, no Chinese sentence anywhere else. */
function speaksInWords(tree: Tree): string[] {
  const elsewhere = /(^|\/)(words|seed)(\.|\/)|^src\/web\/gallery\//
  return working(tree, /^src\//)
    .filter(([file]) => !elsewhere.test(file))
    .filter(([file, text]) =>
      (file.endsWith('.tsx') ? /\p{Script=Han}/u : /\p{Script=Han}[。！？，]/u).test(uncommented(text)),
    )
    .map(([file]) => `${file} speaks Chinese outside a words room`)
}

/** The folders of the platform may be in any order, but they have one: none needs another that needs it. */
function knowsNoCircles(tree: Tree): string[] {
  const folderOf = (file: string) => /^src\/(platform\/[^/]+)\//.exec(file)?.[1]
  const needs = new Map<string, Set<string>>()
  for (const [file, text] of working(tree, /^src\/platform\//)) {
    const from = folderOf(file)
    if (from === undefined) continue
    for (const { path } of importsOf(file, text)) {
      const to = folderOf(path)
      if (to !== undefined && to !== from) needs.set(from, (needs.get(from) ?? new Set()).add(to))
    }
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(needs.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
  return [...needs.keys()].filter((folder) => reaches(folder, folder)).map((folder) => `${folder} is in a circle`)
}
