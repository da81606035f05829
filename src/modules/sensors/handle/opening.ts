import { componentMeant } from '../../../kernel/cases/handle/component-meant.ts'
import { noteOn } from '../../../kernel/cases/handle/noting.ts'
import { whereIs } from '../../../kernel/cases/handle/whereabouts.ts'
import type { Actor, CaseId, Thing } from '../../../kernel/cases/model/case.ts'
import type { sensedWords } from '../../../kernel/cases/words/doors.ts'
import type { MatterId } from '../../../kernel/matters/model.ts'
import { pathText } from '../../../kernel/matters/rules/categories.ts'
import { matterInForce } from '../../../kernel/matters/store/versions.ts'
import { whoIsResponsible } from '../../../kernel/organisations/rules/duties.ts'
import { formatInstant, localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Message } from '../../../platform/jobs/model.ts'
import type { Episode, Rule } from '../model/sensor.ts'
import { findEpisode, findSensor, historyOf, moveEpisode, openCaseOf, type SensorLine } from '../store/sensors.ts'
import { caseWords, conditionWords } from '../words.ts'
import type { SensorParts } from './parts.ts'

type Whole = { readonly episode: Episode; readonly sensor: SensorLine; readonly rule: Rule }

async function wholeOf({ db }: SensorParts, { district, payload }: Message): Promise<Whole | null> {
  const { episode: id } = payload as { episode: string }
  const episode = await findEpisode(db, district, id)
  const sensor = episode && (await findSensor(db, district, episode.sensor))
  const versions = episode ? await historyOf(db, district, episode.rule) : []
  const rule = versions.find(({ version }) => version === episode?.ruleVersion)
  return episode && sensor && rule ? { episode, sensor, rule } : null
}

/**
 * For the runner: a raised rule opens its case, once. While the case that the same sensor and rule opened before is not
 * settled, it is the same trouble and is written into that one.
 */
export const raised =
  (parts: SensorParts) =>
  async (message: Message): Promise<void> => {
    const whole = await wholeOf(parts, message)
    if (!whole) return
    const { episode } = whole
    const { db, clock, engine } = parts
    if ((await engine.cases.find(episode.caseId)) !== null) return
    const earlier = await openCaseOf(db, episode)
    const what = whatHappened(whole)
    if (earlier === null) return open(parts, whole, what)
    const noted = { id: earlier, text: caseWords.again(what), at: clock.now(), key: `sensor/${episode.id}/again` }
    if (!(await noteOn(engine.cases, noted))) return open(parts, whole, what)
    await moveEpisode(db, episode, earlier)
  }

/** For the runner: that it is over stands in the case; whether the trouble is, is for people to say. */
export const recovered =
  (parts: SensorParts) =>
  async (message: Message): Promise<void> => {
    const whole = await wholeOf(parts, message)
    if (!whole) return
    const { episode, sensor, rule } = whole
    const { clock, engine } = parts
    // The messages of one moment may overtake each other.
    if ((await engine.cases.find(episode.caseId)) === null) throw new Error(`${episode.id} has no case yet`)
    const at = formatInstant(episode.recoveredAt ?? clock.now()).zh
    const peak = episode.peak === null ? null : caseWords.with(episode.peak, sensor.unit)
    const last = caseWords.with(await lastValue(parts, episode), sensor.unit)
    const text = rule.when === 'silent' ? caseWords.spokeAgain(at) : caseWords.recovered(last, at, peak)
    await noteOn(engine.cases, { id: episode.caseId, text, at: clock.now(), key: `sensor/${episode.id}/recovered` })
  }

const lastValue = async ({ db }: SensorParts, { district, sensor }: Episode): Promise<number> =>
  (await findSensor(db, district, sensor))?.lastValue ?? 0

function whatHappened({ episode, sensor, rule }: Whole): string {
  const began = formatInstant(episode.beganAt).zh
  if (rule.when === 'silent') return caseWords.silent(began)
  const mark = caseWords.with(rule.mark, sensor.unit)
  return caseWords.raised(conditionWords[rule.when].zh, mark, caseWords.with(episode.value ?? 0, sensor.unit), began)
}

/** Which sensor, what it read and by which rule, under the names of `sensedWords`. */
const sensedBy = ({ episode: { value }, sensor, rule }: Whole): Partial<Record<keyof typeof sensedWords, string>> => ({
  sensor: `${sensor.name}（${sensor.id}）`,
  ...(value !== null && { reading: caseWords.with(value, sensor.unit) }),
  rule:
    rule.when === 'silent'
      ? rule.title
      : `${rule.title}（${signs[rule.when]} ${caseWords.with(rule.mark, sensor.unit)}）`,
})

const signs = { above: '≥', below: '≤', equals: '=' } as const

async function open(parts: SensorParts, { episode, sensor, rule }: Whole, what: string): Promise<void> {
  const { db, clock, engine, directory } = parts
  const { district } = episode
  const at = clock.now()
  const matter = await matterInForce(db, district, rule.matter as MatterId, localDay(at))
  if (!matter) throw new Error(`${rule.id} names ${rule.matter}, which is not in force`)
  const point = sensor.lat === null || sensor.long === null ? null : { lat: sensor.lat, lng: sensor.long }
  const [duties, found, thing] = await Promise.all([
    directory.duties(district),
    point && whereIs(db, district, point, localDay(at)),
    thingMeant(db, sensor, { matter, point }),
  ])
  const isGrid = parts.procedures[matter.procedure]?.moves.register !== undefined
  const filed = await engine.cases.file({
    id: episode.caseId,
    district,
    matter,
    told: {
      title: `${rule.title}：${sensor.name}`.slice(0, 50),
      text: caseWords.text(sensor.name, sensor.place, what),
      place: sensor.place,
      form: { place: { address: sensor.place, ...point }, ...sensedBy({ episode, sensor, rule }) },
      ...(point && !isGrid && { point }),
    },
    at,
    by: null,
    key: `sensor/${episode.id}`,
    applicant: null,
    channel: 'sensor',
    enteredBy: null,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    area: sensor.area ?? found?.area ?? null,
    grid: found?.grid ?? null,
    ...thing,
    unit: whoIsResponsible({ category: [], area: [] }, duties)?.unit ?? null,
    evidence: [],
    ...(isGrid && { given: { seen: 1 }, ...(point && { spot: point }) }),
  })
  if (!filed.ok) throw new Error(`${episode.id}: ${filed.refusal}`)
  if (rule.urgent) await move(parts, filed.state.id, 'raiseAlarm', { reason: caseWords.urgent(sensor.name) })
  // What was measured need not be looked at first.
  if (isGrid) await move(parts, filed.state.id, 'register')
}

type Meant = Parameters<typeof componentMeant>[2]

/** What an officer bound it to, where that is of the matter; else the nearest that fits. */
async function thingMeant(db: Db, { district, component }: SensorLine, meant: Meant): Promise<Thing | null> {
  const bound = component === null ? null : await componentMeant(db, district, { ...meant, code: component })
  return bound ?? componentMeant(db, district, meant)
}

const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

const move = ({ engine, clock }: SensorParts, id: CaseId, name: string, fields = {}) =>
  engine.cases.move(id, { move: name, at: clock.now(), by: system, fields })
