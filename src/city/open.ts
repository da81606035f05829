import { createHash } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import { dutySubjects } from '../kernel/cases/handle/duty-subjects.ts'
import { casesLasting, type EntryRunParts } from '../kernel/cases/handle/entry-run.ts'
import { heldCases } from '../kernel/cases/handle/held.ts'
import { movingDues } from '../kernel/cases/handle/moving-dues.ts'
import { cellJob } from '../kernel/cases/jobs.ts'
import { fanOut } from '../kernel/channels/handle/hooks.ts'
import { type ChannelsJobParts, channelsJobs, channelsOutbox } from '../kernel/channels/jobs.ts'
import { templateWords } from '../kernel/channels/words/notices.ts'
import { indicatorJobs } from '../kernel/indicators/jobs.ts'
import { anchorJob } from '../kernel/ledger/jobs.ts'
import type { RoleId } from '../kernel/organisations/model.ts'
import { authorityOf } from '../kernel/organisations/routes/door.ts'
import { postPage } from '../kernel/organisations/store/holdings.ts'
import { createSessions } from '../kernel/people/handle/sessions.ts'
import { sweep } from '../kernel/people/jobs.ts'
import { type ImportParts, placesLasting } from '../kernel/places/handle/import-run.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { createLearning } from '../modules/dispatch/handle/learning.ts'
import { type DispatchParts, openAlike } from '../modules/dispatch/handle/similar.ts'
import { dispatchOutbox, type SortingParts } from '../modules/dispatch/handle/sorting.ts'
import { dispatchJobs } from '../modules/dispatch/jobs.ts'
import { sortingIndicators } from '../modules/dispatch/rules/propose/indicators.ts'
import type { ExchangeParts } from '../modules/exchange/handle/parts.ts'
import { exchangeJobs, exchangeOutbox } from '../modules/exchange/jobs.ts'
import { gridJobs } from '../modules/grid/jobs.ts'
import { gridIndicators } from '../modules/grid/rules/indicators.ts'
import { createCircles } from '../modules/life-circle/handle/circles.ts'
import type { CoverageParts } from '../modules/life-circle/handle/coverage.ts'
import { lifeCircleJobs } from '../modules/life-circle/jobs.ts'
import { orderRatingMeasures } from '../modules/orders/model/measures.ts'
import { orderIndicators } from '../modules/orders/rules/indicators.ts'
import { turnToOf } from '../modules/orders/words/declining.ts'
import type { ResultParts } from '../modules/results/handle.ts'
import { resultJobs } from '../modules/results/jobs.ts'
import { type SensorJobParts, sensorsJobs, sensorsOutbox } from '../modules/sensors/jobs.ts'
import { createRunner } from '../platform/jobs/runner.ts'
import { openDispatch } from './dispatch.ts'
import { openForeignDoors, reachResidents, subscribersOf } from './doors.ts'
import {
  caseWords,
  counted,
  createEngine,
  type Engine,
  FALLBACK_MATTER,
  knownProcedures,
  offeredProcedures,
  procedures,
} from './engine.ts'
import { tellPublicly } from './exchange.ts'
import { assertMasterKey, type Grounds, openGround, type Parts } from './ground.ts'
import { newsOf } from './news.ts'
import { operationSaid } from './operations.ts'
import { publishedMeasures } from './published.ts'
import { knownRights } from './rights.ts'
import { openSensors } from './sensors.ts'
import { refusalSaid } from './words.ts'

/** Puts the houses together, each with the parts that it names; in reading order, each on those before it. */
export async function openCity(parts: Parts) {
  const ground = openGround(parts)
  const { db, clock, config, log, crypto, master, hub } = ground
  const onTrouble = (error: unknown) => log.warn({ error }, 'subscribers unknown')
  const dispatch = openDispatch(ground)
  const engine = createEngine({
    db,
    clock,
    crypto,
    master,
    hasSubscribers: subscribersOf(db, onTrouble),
    tellsSorting: true,
    afterCommit: (news) => {
      for (const topic of newsOf(news)) hub.publish(topic)
      dispatch.likeness.hear(news)
      if (news.wakes) runner.nudge()
    },
  })
  const { directory, vault, cases } = engine
  await assertMasterKey(vault, config).catch(async (error) => {
    await hub[Symbol.asyncDispose]()
    throw error
  })

  const sessions = createSessions({ db, clock })
  const authority = authorityOf({ db, directory })
  const doors = openForeignDoors(ground)
  const sensing = openSensors(ground, () => runner.nudge())
  const houses = {
    ...circlesOf(ground),
    ...ground,
    ...peopleOf(ground),
    ...doors,
    ...dispatch,
    ...sensing,
    ...settingsOf(ground),
    ...learningPartsOf(parts),
    vault,
    sessions,
    authority,
    directory,
    engine,
    ...written,
    cases: { ...cases, ...heldCases(cases, clock) },
    subjects: dutySubjects,
    ...answering(ground, vault),
  }
  const learning = createLearning(houses)
  const runner = runnerOf(houses)
  const close = async () => {
    await sensing.listening?.stop()
    await learning.close()
    await dispatch.likeness.close()
    await doors.close()
    await ground.baseMap.close()
  }
  return { ...houses, learning, runner, close }
}

/** What later houses answer for earlier ones. */
const answering = (ground: Grounds, vault: Engine['vault']) => ({
  movingDues: movingDues(ground.db),
  reach: reachResidents({ db: ground.db, vault }),
  administrators: administratorsOf(ground),
})

/** What the houses ask of the settings. */
const settingsOf = ({ config }: Grounds) => ({
  district: config.district,
  demo: config.demo,
  resultsAtLeast: config.resultsAtLeast,
  publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
})

/** What reckons life circles in this process, and where its networks lie. */
const circlesOf = ({ db, clock, config: { dataDir } }: Grounds) => ({
  dataDir,
  circles: createCircles({ db, clock, dataDir }),
})

/** What trainings need beyond the parts that others need too. */
const learningPartsOf = ({ learner, log }: Parts) => ({
  learner: learner ?? null,
  digest: (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex'),
  onLearningTrouble: (error: unknown) => log.error({ error }, 'training failed'),
})

/** What the city has written down in its code: procedures, figures, and the words for all of it. */
const written = {
  knownProcedures,
  procedures,
  words: caseWords,
  counted,
  offered: offeredProcedures,
  fallbackMatter: FALLBACK_MATTER,
  indicators: [...orderIndicators, ...gridIndicators, ...sortingIndicators],
  ratingMeasures: orderRatingMeasures,
  published: publishedMeasures,
  templates: templateWords,
  refusalSaid,
  operationSaid,
  knownRights,
  tellPublicly,
  turnTo: turnToOf,
  dayOf: localDay,
}

type Clockwork = ChannelsJobParts &
  ImportParts &
  CoverageParts &
  ExchangeParts &
  SensorJobParts &
  SortingParts &
  EntryRunParts &
  Pick<DispatchParts, 'likeness'> &
  ResultParts &
  Pick<Grounds, 'db' | 'clock' | 'crypto' | 'log'> & { readonly engine: Engine; readonly district: string }

/** Everything that happens by itself. */
const runnerOf = (houses: Clockwork) => {
  const { db, clock, crypto, log, engine } = houses
  return createRunner({
    db,
    clock,
    timers: engine.clockwork.timers,
    outbox: {
      ...engine.clockwork.outbox,
      ...channelsOutbox(houses),
      ...dispatchOutbox(houses),
      ...exchangeOutbox(houses, fanOut(houses)),
      ...sensorsOutbox(houses),
    },
    lasting: { ...placesLasting(houses), ...casesLasting({ ...houses, alikeOf: openAlike(houses) }) },
    recurring: [
      ...engine.clockwork.recurring,
      ...channelsJobs(houses),
      ...lifeCircleJobs(houses),
      ...dispatchJobs({ db, clock, district: houses.district }),
      ...resultJobs(houses),
      ...exchangeJobs(houses),
      ...sensorsJobs(houses),
      ...indicatorJobs({ db, definitions: written.indicators }),
      ...gridJobs({ db, district: houses.district }),
      cellJob({ db, counted }),
      anchorJob({ db, crypto }),
      sweep({ db }),
    ],
    onFailure: (failure) => log.error(failure, 'job failed'),
  })
}

export type City = Awaited<ReturnType<typeof openCity>>

/** What the people house asks of the city beyond the parts that others need too. */
const peopleOf = ({ config }: Grounds) => ({
  issuer: config.cityName,
  oidc:
    // The settings ask for both together; without an address of ours nobody could be sent back.
    config.oidc === null || config.publicUrl === null
      ? null
      : {
          ...config.oidc,
          redirectUri: `${config.publicUrl}/api/people/oidc/callback`,
          claim: 'preferred_username',
        },
})

/** Whoever holds the post of an administrator today. */
const administratorsOf =
  ({ db, clock }: Grounds) =>
  async (district: string): Promise<readonly string[]> => {
    const role: RoleId = 'role_administrator'
    const everyone = () => sql<SqlBool>`true`
    const nothing = { unit: null, staff: null, partTime: null, text: null, after: null }
    const asked = { ...nothing, district, day: localDay(clock.now()), scope: everyone, role, sort: 'id' as const }
    return (await postPage(db, { ...asked, limit: 50 })).map(({ staff }) => staff)
  }
