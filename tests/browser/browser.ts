import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

type Program = { readonly path: string; readonly libraries: string | null }

/** A closed network refuses a browser's own errands, many at a time; as root there is no sandbox to be had. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // Who has chosen no tongue is greeted in that of his browser.
  '--accept-lang=zh-CN',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * A headless Chromium: the one CHROME_PATH names, else the system's, else the one that came from npm
 * (it has no Chinese fonts, so its screenshots show boxes unless the system has some).
 */
export async function openBrowser(program: Program = findProgram()): Promise<Browser> {
  const libraries = program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries }
  return chromium.launch({
    executablePath: program.path,
    headless: true,
    args: flags,
    timeout: 30_000,
    env: { ...withoutUndefined(process.env), ...libraries },
  })
}

let shared: Promise<Browser> | null = null

/**
 * One browser for all test files of a worker: it takes longer to start than most tests to run, and contexts share
 * nothing. It ends with its worker.
 */
export function sharedBrowser(): Promise<Browser> {
  shared ??= openBrowser()
  return shared
}

/** What a test file opened in the shared browser is closed behind it. */
export async function leaveBrowser(): Promise<void> {
  const browser = await shared
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

export function findProgram(): Program {
  const named = process.env.CHROME_PATH
  if (named) return { path: named, libraries: null }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  return system === undefined ? packagedProgram() : { path: system, libraries: null }
}

/** The browser of @sparticuz/chromium, unpacked once beside the packages, with the libraries that a bare system lacks. */
export function packagedProgram(): Program {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const place = join(dirname(dirname(home)), '.cache', `chromium-${version}`)
  if (!existsSync(place)) unpack(join(home, 'bin'), place)
  return { path: join(place, 'chromium'), libraries: join(place, 'lib') }
}

/** Unpacked aside and put in place at once, so that two runs never meet half a browser. */
function unpack(from: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true })
  const draft = mkdtempSync(`${place}-`)
  const unpacked = (name: string) => brotliDecompressSync(readFileSync(join(from, name)))
  writeFileSync(join(draft, 'chromium'), unpacked('chromium.br'), { mode: 0o755 })
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    const { status, stderr } = spawnSync('tar', ['-x', '-C', draft], { input: unpacked(archive) })
    if (status !== 0) throw new Error(`${archive}: ${stderr}`)
  }
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(place)) throw error
  }
}

const withoutUndefined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
