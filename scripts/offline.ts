import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/**
 * Writes `sw.js`, the service worker, with the files of this build that the pages of the residents need, and those of
 * the page of the patrol. It is built apart, as one plain script: not every browser takes a module for a worker.
 */
export function offline(root: string): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = ['/icon.svg', '/icon-192.png', ...filesOf(bundle, 'resident').map((file) => `/${file}`)].toSorted()
      const page = readFileSync(join(dir, 'resident/index.html'))
      const patrol = pageFilesOf(bundle, 'desk', /pages\/desk\/Patrol\.tsx$/)
        .map((file) => `/${file}`)
        .toSorted()
      const name = createHash('sha256')
        .update(files.join())
        .update(patrol.join())
        .update(page)
        .digest('hex')
        .slice(0, 12)
      writeFileSync(join(dir, 'sw.js'), await workerOf(root, { __FILES__: files, __PATROL__: patrol, __BUILD__: name }))
    },
  }
}

async function workerOf(root: string, given: Readonly<Record<string, unknown>>): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      target: ['chrome109', 'safari16', 'firefox115'],
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/web/resident/offline/worker.ts'),
        output: { format: 'iife' },
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const first = output && 'output' in output ? output.output[0] : undefined
  if (first === undefined) throw new Error('the service worker was not built')
  return first.code
}

/** Above this many bytes a file is fetched when it is needed: a map is no page. */
const MOST = 300_000

/** Every script and style that some page of a face may ask for. */
export function filesOf(bundle: Bundle, face: string): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === face)
  const found = new Set<string>()
  const waiting = entry ? [entry] : []
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (found.has(chunk.fileName) || chunk.code.length > MOST) continue
    found.add(chunk.fileName)
    for (const style of stylesOf(chunk)) found.add(style)
    for (const file of [...chunk.imports, ...chunk.dynamicImports]) {
      const next = bundle[file]
      if (next?.type === 'chunk') waiting.push(next)
    }
  }
  return [...found]
}

/** The scripts and styles of one page that a face fetches when it is opened, with those of the frame round it. */
export function pageFilesOf(bundle: Bundle, face: string, page: RegExp): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const waiting = chunks.filter(
    ({ isEntry, name, facadeModuleId }) => (isEntry && name === face) || page.test(facadeModuleId ?? ''),
  )
  const found = new Set<string>()
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (found.has(chunk.fileName)) continue
    found.add(chunk.fileName)
    for (const style of stylesOf(chunk)) found.add(style)
    for (const file of chunk.imports) {
      const next = bundle[file]
      if (next?.type === 'chunk') waiting.push(next)
    }
  }
  return [...found]
}

const stylesOf = (chunk: object): readonly string[] => {
  const { viteMetadata } = chunk as { viteMetadata?: { importedCss?: ReadonlySet<string> } }
  return [...(viteMetadata?.importedCss ?? [])]
}
