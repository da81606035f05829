// `npm run dev`: the server rebuilt and restarted on change, and Vite for the faces in front of it.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsOld } from './build.mjs'

const QUIET = 200

export function watchServer(root) {
  let server = null
  let waiting = null
  let turn = Promise.resolve()

  const restart = async () => {
    const failed = await buildWhatIsOld(['server'])
    if (failed) return process.stderr.write(failed)
    if (server) {
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await gone
    }
    server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/server/main.js')], { stdio: 'inherit' })
    const own = server
    server.once('exit', () => {
      if (server === own) server = null
    })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      turn = turn.then(restart)
    }, QUIET)
  }

  for (const folder of ['src', 'seed']) {
    try {
      watch(join(root, folder), { recursive: true }, (_event, file) => {
        if (file && !/\.(tsx|css|html)$|\.test\.ts$/.test(file)) soon()
      })
    } catch (error) {
      if (error.code !== 'ENOENT') throw error // the seed comes later
    }
  }
  soon()
  const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      vite.kill(signal)
      if (!server) process.exit(0)
      server.once('exit', () => process.exit(0))
      server.kill(signal)
    })
}
