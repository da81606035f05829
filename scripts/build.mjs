// Builds the client and the server when their sources have changed since the last build, and only then.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const root = dirname(import.meta.dirname)
const stamps = join(root, 'dist')
const lock = join(stamps, 'building')

const shared = ['vite.config.ts', 'scripts/offline.ts', 'scripts/addresses.ts', 'package.json', 'package-lock.json']
const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file)
const serverRooms = /^src\/(kernel|modules)\/[^/]+\/(ledger|store|handle|routes|jobs|seed|module|migrations)(\.|\/)/

/** What each build reads: where, and what of it. */
const parts = {
  client: {
    folders: ['src'],
    reads: (file) => !isTest(file) && !serverRooms.test(file) && !file.startsWith('src/commands/'),
    args: ['build', '--logLevel', 'warn'],
    made: 'dist/client',
  },
  server: {
    folders: ['src', 'seed', 'bench', 'tests/browser', 'tests/shots'],
    reads: (file) => !isTest(file) && !/\/pages\/|^src\/(ui|web)\//.test(file),
    args: ['build', '--ssr', '--logLevel', 'warn'],
    made: 'dist/server/main.js',
  },
}

/** Builds those of `names` that are out of date, side by side. Gives the output of the one that failed, or null. */
export async function buildWhatIsOld(names) {
  if (!names.some(isOld)) return null
  await takeLock()
  try {
    const old = names.filter(isOld)
    if (old.length === 0) return null
    process.stderr.write(`构建 building: ${old.join(', ')} …\n`)
    const outputs = await told(old)
    return outputs.find((output) => output !== null) ?? null
  } finally {
    rmSync(lock, { force: true })
  }
}

const TELL_EVERY = 10_000

/** Builds side by side and says what is done and, every ten seconds, what is still being worked on: nobody watches silence. */
async function told(names) {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1_000)
  const open = new Set(names)
  const beat = setInterval(() => process.stderr.write(`  … ${[...open].join(', ')} ${seconds()} s\n`), TELL_EVERY)
  try {
    return await Promise.all(
      names.map(async (name) => {
        const output = await buildOne(name)
        open.delete(name)
        process.stderr.write(`  ${output === null ? '✓' : '✗'} ${name} ${seconds()} s\n`)
        return output
      }),
    )
  } finally {
    clearInterval(beat)
  }
}

const isThere = (name) => name !== 'client' || existsSync(join(root, 'src/web/resident/index.html'))
const isOld = (name) =>
  isThere(name) && (!existsSync(join(root, parts[name].made)) || readStamp(name) !== stampOf(name))
const stampFile = (name) => join(stamps, `${name}.stamp`)
const readStamp = (name) => (existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : '')

function stampOf(name) {
  const { folders, reads } = parts[name]
  const hash = createHash('sha256')
  const files = folders.flatMap(filesUnder).filter(reads)
  for (const file of [...shared, ...files].toSorted()) {
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
}

function buildOne(name) {
  const stamp = stampOf(name)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  const child = spawn(process.execPath, [vite, ...parts[name].args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done) => {
    child.on('close', (code) => {
      if (code === 0) writeFileSync(stampFile(name), stamp)
      done(code === 0 ? null : output)
    })
  })
}

/** Two commands started at once build once; the lock of a build that was killed counts for nothing. */
async function takeLock() {
  mkdirSync(stamps, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await pause(150)
    }
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return error.code !== 'ENOENT' // released just now, or its process is gone
  }
}
