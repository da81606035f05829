import { join } from 'node:path'
import { buildApp } from './app.ts'
import { openDatabase } from './city/database.ts'
import { printWelcome, seedDemoTown, tellDemoTown } from './city/demo.ts'
import { mapDemoTown } from './city/map.ts'
import { readConfig } from './platform/config/config.ts'
import { gatheredLines } from './platform/log/lines.ts'
import { createLog } from './platform/log/log.ts'
import { closeOnSignal, endWith, troubleOfListening } from './platform/process/trouble.ts'
import { systemClock } from './platform/time.ts'

/** Opens the city from the ground up and closes it in reverse: requests first, then the jobs, the database last. */
async function main(): Promise<void> {
  const config = readConfig()
  const lines = gatheredLines(process.stdout)
  process.once('exit', lines.flush)
  const log = createLog({ level: config.logLevel, clock: systemClock, write: lines.write })
  const house = closeOnSignal(() => log.info('stopping'))
  try {
    const opened = await openDatabase(config, log)
    house.opened(async () => opened.db[Symbol.asyncDispose]())
    const app = await buildApp({
      ...opened,
      config,
      log,
      clientDir: join(import.meta.dirname, '../client'),
      learner: join(import.meta.dirname, 'reader.js'),
    })
    house.opened(app.close)
    if (config.demo) await mapDemoTown(config)
    const accounts = config.demo ? await seedDemoTown(app.city) : []
    const stop = new AbortController()
    const telling = config.demo ? tellDemoTown(app.city, stop.signal) : Promise.resolve()
    house.opened(async () => {
      stop.abort()
      await telling.catch(() => undefined) // its own trouble is told below
    })
    await telling
    if (stop.signal.aborted) return
    app.city.runner.start()
    app.city.listening?.start()
    await app.http.listen({ host: config.host, port: config.port }).catch((error) => {
      throw troubleOfListening(error, config)
    })
    printWelcome({ city: config.cityName, url: addressOf(app.http.server.address(), config.host), accounts })
  } catch (error) {
    await house.close()
    throw error
  }
}

const addressOf = (address: unknown, host: string): string =>
  typeof address === 'object' && address !== null && 'port' in address
    ? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${address.port}`
    : String(address)

main().catch((error) => {
  process.exitCode = endWith(error)
})
