import { plantCircle } from '../../seed/circle.ts'
import { type TellingProgress, tellTown } from '../../seed/demo-town.ts'
import { issueDemoDocuments } from '../../seed/documents.ts'
import { guests } from '../../seed/residents.ts'
import { plantReplyTemplates } from '../kernel/cases/seed.ts'
import { plantDocumentSettings } from '../kernel/documents/seed.ts'
import type { DemoAccount } from '../kernel/organisations/seed/organisations.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { dispatchOutbox } from '../modules/dispatch/handle/sorting.ts'
import { fileDemoRequests, plantExchange } from '../modules/exchange/seed/town.ts'
import { publish } from '../modules/results/handle.ts'
import { plantSensors } from '../modules/sensors/seed/town.ts'
import { SECOND } from '../platform/time.ts'
import type { City } from './open.ts'
import { plantDistrict } from './plant.ts'
import { cityWords } from './words.ts'

export type Account = Pick<DemoAccount, 'account' | 'name' | 'role' | 'unit'> & { readonly password: string }

/** Gives an empty database the units, people and catalogue of the invented town, once. Answers its accounts. */
export async function seedDemoTown(city: City): Promise<readonly Account[]> {
  const { db, clock, config } = city
  const { district } = config
  const { accounts, password } = await plantDistrict(db, district, clock.now())
  await plantExchange(db, district, clock.now())
  await plantDocumentSettings(db, district, clock.now())
  await plantReplyTemplates(db, district, clock.now())
  city.engine.forget()
  return accounts.map((account) => ({ ...account, password }))
}

/**
 * Lives the stories of the invented town until now, once; a town that lives already is left as it is. Aborted or killed,
 * the next start goes on where this one stopped.
 */
export async function tellDemoTown(city: City, signal?: AbortSignal): Promise<void> {
  const { db, clock, crypto, master, mac, district, engine, files } = city
  const screen = progressOn(process.stdout)
  const began = performance.now()
  const told = await tellTown({
    db,
    crypto,
    master,
    mac,
    district,
    files,
    now: clock.now(),
    onSorted: dispatchOutbox(city)['case.sorted'],
    onProgress: screen.show,
    beforeItEnds: async (cases) => {
      // The telling had an engine of its own.
      engine.forget()
      await issueDemoDocuments(city, cases, clock.now())
      await plantCircle({ db, dataDir: city.dataDir, district, now: clock.now() })
      // The list of the weeks that are over is part of a town that has lived.
      await publish(city)
      await fileDemoRequests(city)
    },
    ...(signal ? { signal } : {}),
  })
  engine.forget()
  // After the telling, whose clockwork knows nothing of sensors.
  if (!signal?.aborted) await plantSensors({ db, district, now: clock.now(), known: city.sensorsKnown })
  if (!told || signal?.aborted) return screen.end(null)
  const seconds = ((performance.now() - began) / SECOND).toFixed(1)
  screen.end(cityWords.told(told.cases.size, told.life.acts, seconds).zh)
}

/** Milliseconds between two lines where nobody watches a terminal. */
const TELL_EVERY = 10 * SECOND

/** How far the telling is: one line that is written over where somebody watches, else a line now and then. */
function progressOn(out: NodeJS.WriteStream) {
  let begun = false
  let toldAt = performance.now()
  const line = (progress: TellingProgress): string =>
    progress.step === 'filing'
      ? cityWords.tellingFiling(progress.done, progress.of).zh
      : cityWords.tellingLiving(localDay(progress.at), progress.acts).zh
  return {
    show(progress: TellingProgress) {
      if (!begun) out.write(`  ${cityWords.telling.zh}\n`)
      begun = true
      if (out.isTTY) out.write(`\r\x1b[K  ${line(progress)}`)
      else if (performance.now() - toldAt > TELL_EVERY) {
        toldAt = performance.now()
        out.write(`  ${line(progress)}\n`)
      }
    },
    end(words: string | null) {
      if (begun && out.isTTY) out.write('\r\x1b[K')
      if (words !== null) out.write(`  ${words}\n`)
    },
  }
}

/** Nobody reads sixty lines: for every kind of post one account, if possible one with no other post. The README names the same. */
export function oneOfEachKind<Shown extends Pick<DemoAccount, 'role'>>(accounts: readonly Shown[]): readonly Shown[] {
  const posts = ({ role }: Shown) => role.split('、')
  const shown: Shown[] = []
  for (const account of accounts.toSorted((a, b) => posts(a).length - posts(b).length))
    if (posts(account).some((post) => !shown.flatMap(posts).includes(post))) shown.push(account)
  return accounts.filter((account) => shown.includes(account))
}

type Welcome = { readonly city: string; readonly url: string; readonly accounts: readonly Account[] }

/** What a person sees at the end of the start: where to go, and whom to be. */
export function printWelcome({ city, url, accounts }: Welcome): void {
  const { zh, en } = cityWords.open(city, url)
  const kinds = oneOfEachKind(accounts)
  const lines = kinds.map(({ account, name, role, unit }) => `    ${account.padEnd(16)} ${name}  ${role}  ${unit}`)
  const visitors = guests.map(({ name, phone }) => `    ${phone.padEnd(16)} ${name}`)
  const passwords = [...new Set(accounts.map(({ password }) => password))]
  process.stdout.write(
    [
      '',
      `  ${zh}`,
      `  ${en}`,
      `    ${url}/         ${cityWords.resident.zh}`,
      `    ${url}/desk     ${cityWords.desk.zh}`,
      `    ${url}/screen   ${cityWords.screen.zh}`,
      ...(lines.length > 0
        ? [
            '',
            `  ${cityWords.guests.zh}`,
            ...visitors,
            '',
            `  ${cityWords.accounts(passwords.join(', ')).zh}`,
            ...lines,
          ]
        : []),
      '',
      '',
    ].join('\n'),
  )
}
