// Every command of the project: builds what is out of date, then runs it. Plain Node, so that it runs before any build.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhatIsOld, root } from './build.mjs'
import { PORT_EXIT, whyNoPort } from './port.mjs'
import { watchServer } from './watch.mjs'

/** Exit codes below 20; the settings' own is 10, the port's 11, the database's begin at 20. */
const EXIT = { node: 12, packages: 13, build: 14, command: 15 }
const OLDEST_NODE = [20, 19]

function stop(code, zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exit(code)
}

function assertGround() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    stop(
      EXIT.node,
      `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`,
      'Node.js 20.19 or later is needed.',
    )
  if (!existsSync(join(root, 'node_modules/fastify/package.json')))
    stop(EXIT.packages, '还没有安装依赖，请先执行 npm ci。', 'The packages are not installed yet: run npm ci first.')
}

/** Runs a built file in this very process, so that signals reach it and killing us kills it. */
async function run(file, args) {
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, join(root, file), ...args]
  await import(pathToFileURL(join(root, file)).href)
}

async function build(parts) {
  const failed = await buildWhatIsOld(parts)
  if (failed) stop(EXIT.build, `构建失败：\n${failed}`, 'The build failed; see above.')
}

const [name = 'start', ...args] = process.argv.slice(2)
assertGround()
if (name === 'build') await build(['server', 'client'])
else if (name === 'dev') watchServer(root)
else if (name === 'start') {
  const taken = await whyNoPort()
  if (taken) stop(PORT_EXIT, ...taken)
  await build(['server', 'client'])
  await run('dist/server/main.js', args)
} else {
  if (!existsSync(join(root, `src/commands/${name}.ts`)))
    stop(EXIT.command, `没有这个命令：${name}`, `There is no command called ${name}.`)
  const looks = name === 'shots' || args.includes('first-paint')
  await build(looks ? ['server', 'client'] : ['server'])
  await run(`dist/server/commands/${name}.js`, args)
}
