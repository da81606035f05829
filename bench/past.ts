import { fileMessages } from '../seed/file-messages.ts'
import { prepareLife } from '../seed/live-on.ts'
import { type Plan, plotOf } from '../seed/plot.ts'
import { createEngine } from '../src/city/engine.ts'
import { openKeys } from '../src/city/ground.ts'
import { plantDistrict } from '../src/city/plant.ts'
import type { CaseState } from '../src/kernel/cases/model/case.ts'
import type { FiledMessage } from '../src/kernel/channels/model/messages.ts'
import { mattersInForce } from '../src/kernel/matters/store/versions.ts'
import { localDay } from '../src/kernel/worktime/rules.ts'
import type { Config } from '../src/platform/config/config.ts'
import type { OpenDb } from '../src/platform/db/connect.ts'
import type { Db } from '../src/platform/db/db.ts'
import { DAY, type Instant, later, turnableClock } from '../src/platform/time.ts'
import { multiply } from './clone.ts'

const themes = [
  '路灯不亮',
  '电梯停运',
  '夜间施工噪音',
  '垃圾没人收',
  '物业乱收费',
  '占道停车',
  '自来水发黄',
  '公交不停站',
  '井盖松动',
  '油烟扰民',
]

/** Files messages and lives them until the given day, as import and replay do. Returns the acts of people. */
export async function liveMessages(
  db: Db,
  config: Config,
  messages: readonly FiledMessage[],
  until: Instant,
  planFor: (state: CaseState) => Plan,
): Promise<number> {
  const keys = openKeys(config)
  const { district } = config
  const first = messages[0]
  if (!first) return 0
  const clock = turnableClock(first.at)
  const engine = createEngine({ db, clock, ...keys })
  const matters = (await mattersInForce(db, district, localDay(until))).filter(
    ({ procedure }) => procedure === 'orders',
  )
  await fileMessages({ engine, clock, crypto: keys.crypto, district, matters, source: 'bench', shiftDays: 0 }, messages)
  const { live } = await prepareLife({ db, ...keys, district, from: first.at, until, planFor })
  return (await live()).acts
}

export type Past = { readonly lives: number; readonly cases: number; readonly now: Instant }

/** Gives the district a past: so many lives lived by the simulation over a year, then multiplied to so many cases. Returns the count of cases. */
export async function fillWithPast(db: OpenDb, config: Config, { lives, cases, now }: Past): Promise<number> {
  await plantDistrict(db, config.district, now)
  const messages = Array.from({ length: lives }, (_none, index) => pastMessage(index, lives, now))
  console.log(`living ${lives} cases of the past year …`)
  const acts = await liveMessages(db, config, messages, now, ({ filing }) => ({
    seed: filing.number,
    plot: plotOf(filing.number),
    pace: 1,
  }))
  console.log(`${acts} acts; multiplying to ${cases} cases …`)
  return multiply(db, config.district, cases, (done, of) => process.stdout.write(`\r${done} / ${of}  `))
}

function pastMessage(index: number, of: number, now: Instant): FiledMessage {
  const theme = themes[index % themes.length] ?? ''
  const at = later(now, -Math.round(((of - index) / of) * 360 * DAY) - DAY)
  const detail = `${theme}已经持续一段时间，影响周边居民生活，希望尽快核实处理。第 ${index} 号。`
  return { id: `past-${index}`, author: `author-${index % 300}`, topic: `${theme}，请处理`, at, detail }
}
