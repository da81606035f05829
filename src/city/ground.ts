import { join } from 'node:path'
import type { Config } from '../platform/config/config.ts'
import { type Crypto, createCrypto } from '../platform/crypto/crypto.ts'
import { masterKey } from '../platform/crypto/master.ts'
import type { OpenDb } from '../platform/db/connect.ts'
import { createFileStore } from '../platform/files/store.ts'
import { createHub } from '../platform/live/hub.ts'
import type { Log } from '../platform/log/log.ts'
import { troubleOf } from '../platform/process/trouble.ts'
import { openShelf } from '../platform/tiles/shelf.ts'
import type { Clock, Instant } from '../platform/time.ts'
import { baseMapPath } from './map.ts'
import { cityWords } from './words.ts'

/** What the city is built from. Tests hand in a clock that turns and a database of their own. */
export type Parts = {
  readonly db: OpenDb
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
  /** Turns the demo's clock ahead by milliseconds; absent where time is real. */
  readonly turnClock?: ((ms: number) => Promise<Instant>) | null
  /** The built file whose threads learn beside the city; absent, the city itself learns. */
  readonly learner?: string
  /** The key itself, for tests; otherwise it is read from the file that the configuration names. */
  readonly master?: Buffer
}

/** Exit code of a master key that does not open what the database holds. */
export const MASTER_KEY_EXIT = 16

/** The family of algorithms that the configuration names, and the key that opens this city's boxes. */
export const openKeys = (config: Config): { readonly crypto: Crypto; readonly master: Buffer } => ({
  crypto: createCrypto(config.crypto === 'sm' ? 'sm3' : 'sha256'),
  master: masterKey(config.masterKeyFile),
})

/** The parts under all houses: keys, files, and the line to the faces. */
export function openGround({ turnClock = null, master, ...parts }: Parts) {
  const { db, config, log } = parts
  const key = master ?? masterKey(config.masterKeyFile)
  const crypto = createCrypto(config.crypto === 'sm' ? 'sm3' : 'sha256')
  const hub = createHub({ db, log })
  const files = createFileStore({
    dir: join(config.dataDir, 'files'),
    district: config.district,
    cipher: fileCipher(crypto, crypto.mac(key, 'files on the disk')),
  })
  const baseMap = openShelf(baseMapPath(config), (refusal) => log.warn({ refusal }, 'base map not read'))
  const macKey = crypto.mac(key, 'equal values of people')
  const mac = (text: string) => crypto.mac(macKey, text).toString('hex')
  return { ...parts, turnClock, crypto, master: key, hub, files, baseMap, mac }
}

export type Grounds = ReturnType<typeof openGround>

const fileCipher = (crypto: Crypto, key: Buffer) => ({
  seal: (content: Buffer, about: string) => crypto.seal(key, content, about),
  open: (box: Buffer, about: string) => crypto.open(key, box, about),
})

/** Fails with a sentence when the key at hand is not the one that sealed this database. */
export async function assertMasterKey(vault: { fits(): Promise<boolean> }, config: Config): Promise<void> {
  if (await vault.fits()) return
  throw troubleOf(cityWords.wrongMasterKey(config.masterKeyFile), MASTER_KEY_EXIT)
}
