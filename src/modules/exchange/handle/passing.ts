import { noteOn } from '../../../kernel/cases/handle/noting.ts'
import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import { type CaseId, type CaseState, districtOf, livesUnder } from '../../../kernel/cases/model/case.ts'
import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import { type Message, MOST_ATTEMPTS } from '../../../platform/jobs/model.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import { DAY, later } from '../../../platform/time.ts'
import type { PartnerId, Passing, RemoteRequest, SealedPartner } from '../model/partners.ts'
import { mappingFor, type Outcome, oursAmong, outcomeOf } from '../rules/passing.ts'
import { readRequests } from '../rules/remote.ts'
import { writeW3 } from '../rules/w3-time.ts'
import { findPartner, mappingsOf, partnersOf } from '../store/partners.ts'
import { addPassing, findPassing, putPassing } from '../store/passings.ts'
import { insideWords } from '../words/georeport.ts'
import { remoteWords } from '../words/passing.ts'
import { postRequest, read } from './partners.ts'
import type { ExchangeParts } from './parts.ts'

export const PASS_TOPIC = 'open311-pass'

type Pass = { readonly case: CaseId; readonly partner: PartnerId }

const messageOf = ({
  district,
  caseId,
  partner,
  round,
}: Pick<Passing, 'district' | 'caseId' | 'partner' | 'round'>) => ({
  district,
  id: `open311/${partner}/${caseId}/${round}`,
  topic: PASS_TOPIC,
  payload: { case: caseId, partner },
})

/**
 * Behind every fact of a case: whether it shall go to somebody else. It shall once a person has taken it on, when a
 * line of a partner speaks of its matter or category. What came in by an interface is not passed on, so that two cities
 * cannot send one case in circles.
 */
export const consider =
  (parts: ExchangeParts) =>
  async (message: Message): Promise<void> => {
    const { db, clock, engine, procedures } = parts
    const { district, payload } = message
    const id = typeof payload === 'object' && payload !== null && 'case' in payload ? String(payload.case) : ''
    if (!id.startsWith('case_')) return
    const partners = (await partnersOf(db, district)).filter(({ active }) => active)
    const state = partners.length > 0 ? await engine.cases.find(id as CaseId) : null
    const stage = state && procedures[state.filing.procedure]?.stages[state.stage]
    if (!state || !stage || stage.phase === 'filed' || stage.settled) return
    if (state.filing.parent !== null || state.filing.channel === 'api') return
    const mappings = await mappingsOf(db, district)
    const about = aboutOf(state)
    for (const { id: partner } of partners) {
      const mapping = mappingFor(
        mappings.filter((line) => line.partner === partner),
        about,
      )
      if (mapping === null) continue
      const at = clock.now()
      await db.transaction(async (tx) => {
        const passing = { district, caseId: state.id, partner, round: 1 }
        if (await addPassing(tx, passing, mapping.code, at))
          await putMessage(tx, { ...messageOf(passing), at, due: at })
      })
    }
  }

const aboutOf = (state: CaseState) => ({
  matter: livesUnder(state).matter,
  category: String(state.marks.category ?? state.filing.category),
})

/** Tries a stuck one again from the beginning, as what the mapping says today. */
export async function passAgain(parts: ExchangeParts, passing: Passing): Promise<void> {
  const { db, clock, engine } = parts
  const at = clock.now()
  const found = await engine.cases.find(passing.caseId)
  const lines = (await mappingsOf(db, passing.district)).filter(({ partner }) => partner === passing.partner)
  const code = (found && mappingFor(lines, aboutOf(found))?.code) ?? passing.code
  await db.transaction(async (tx) => {
    const state = passing.state === 'refused' ? 'waiting' : 'unsure'
    const next = { ...passing, code, state, round: passing.round + 1, attempts: 0, error: null } as const
    await putPassing(tx, next)
    await putMessage(tx, { ...messageOf(next), at, due: at })
  })
}

/** For the runner: one case to one partner. Throws so that it is tried again; in the end a person is needed. */
export const passOn =
  (parts: ExchangeParts) =>
  async (message: Message): Promise<void> => {
    const { case: caseId, partner: id } = message.payload as unknown as Pass
    const { district } = message
    const passing = await findPassing(parts.db, { district, caseId, partner: id })
    const partner = await findPartner(parts.db, district, id)
    const state = await parts.engine.cases.find(caseId)
    if (!passing || !partner || !state || !['waiting', 'unsure'].includes(passing.state)) return
    const outcome = await tryOnce(parts, { partner, passing, state })
    const attempts = passing.attempts + 1
    if (outcome.is === 'taken')
      return taken(parts, { partner, passing: { ...passing, attempts }, state }, outcome.request)
    if (outcome.is === 'refused')
      return putPassing(parts.db, { ...passing, attempts, state: 'refused', error: outcome.error })
    const isOver = message.attempts >= MOST_ATTEMPTS
    const next = isOver ? 'dead' : outcome.unsure || passing.state === 'unsure' ? 'unsure' : 'waiting'
    await putPassing(parts.db, { ...passing, attempts, state: next, error: outcome.error })
    if (!isOver) throw new Error(`${id}: ${outcome.error.slice(0, 60)}`)
  }

type Trying = { readonly partner: SealedPartner; readonly passing: Passing; readonly state: CaseState }

/** What may have arrived is looked for before it is sent again: not every server knows a request by its key. */
async function tryOnce(parts: ExchangeParts, trying: Trying): Promise<Outcome> {
  const { partner, passing, state } = trying
  const mark = remoteWords.mark(parts.config.cityName, state.filing.number)
  if (passing.state === 'unsure') {
    const since = writeW3(later(passing.at, -DAY))
    const listed = await read(parts, partner, 'requests', { service_code: passing.code, start_date: since })
    const rows = listed.ok && listed.status < 300 ? readRequests(listed.answer) : null
    if (rows === null) return { is: 'again', error: listed.ok ? `${listed.status}` : listed.refusal, unsure: true }
    const ours = oursAmong(rows, mark)
    if (ours) return { is: 'taken', request: ours }
  }
  const given = await lettersOf(parts, state, mark)
  if (given === null) return { is: 'refused', error: 'destroyed' }
  const key = `open311-${passing.caseId}`
  return outcomeOf(await postRequest(parts, partner, { service_code: passing.code, ...given }, key))
}

/** What the other side is told: the words with personal numbers covered, and where. Never who wrote. */
async function lettersOf(parts: ExchangeParts, { id }: CaseState, mark: string) {
  const [filed] = await openedEvents(parts, id)
  const told = filed?.secret
  if (!told || told === 'destroyed') return null
  const text = String(told.text ?? '').split(insideWords.mark)[0] ?? ''
  const form = (typeof told.form === 'object' && told.form !== null ? told.form : {}) as Record<string, unknown>
  const point = (typeof form.place === 'object' && form.place !== null ? form.place : {}) as Record<string, unknown>
  const place = typeof told.place === 'string' && told.place !== '' ? told.place : String(told.title ?? '')
  return {
    description: `${maskPersonal(text.trim()).slice(0, 3_900)}\n${mark}`,
    address_string: maskPersonal(place),
    ...(typeof point.lat === 'number' &&
      typeof point.lng === 'number' && { lat: String(point.lat), long: String(point.lng) }),
  }
}

async function taken(parts: ExchangeParts, { partner, passing, state }: Trying, request: RemoteRequest): Promise<void> {
  const { id: remoteId, token, notice } = request
  const isBlind = remoteId === null && token === null
  const at = parts.clock.now()
  const text =
    remoteId === null && isBlind
      ? remoteWords.passedBlind(partner.name)
      : remoteWords.passed(partner.name, remoteId ?? token ?? '')
  const more = notice === null ? text : `${text}；${remoteWords.notice(notice)}`
  await noteOn(parts.engine.cases, {
    id: state.id,
    text: more,
    at,
    key: `open311/${partner.id}/${districtOf(state.id)}/passed/${state.id}`,
  })
  const next = {
    remoteId,
    token: remoteId === null ? token : null,
    notice,
    error: null,
    sentAt: at,
    seenAt: at,
  } as const
  await putPassing(parts.db, { ...passing, ...next, state: isBlind ? 'blind' : 'sent', status: 'open' })
}
