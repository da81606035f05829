import { createHash } from 'node:crypto'
import { noteOn } from '../../../kernel/cases/handle/noting.ts'
import type { Posted } from '../../../platform/mail/outbound.ts'
import { type Instant, later, MINUTE } from '../../../platform/time.ts'
import type { Partner, Passing, RemoteRequest, SealedPartner } from '../model/partners.ts'
import { newsOf } from '../rules/passing.ts'
import { readError, readRequests } from '../rules/remote.ts'
import { writeW3 } from '../rules/w3-time.ts'
import { findPartner, notePolled, partnersOf } from '../store/partners.ts'
import { openPassings, putPassing } from '../store/passings.ts'
import { remoteWords } from '../words/passing.ts'
import { read } from './partners.ts'
import type { ExchangeParts } from './parts.ts'

/** How many are asked for at once; an address has its limits. */
const AT_ONCE = 50
/** How many are looked after in one round; the longest unseen first, so everybody's turn comes. */
const MOST = 1_000
/** Clocks of two cities differ; what is read twice says nothing new. */
const OVERLAP = 10 * MINUTE

/** Asks every partner what became of what it took. One that fails is noted and holds up no other. */
export async function pollPartners(parts: ExchangeParts, district: string): Promise<void> {
  for (const { id, active } of await partnersOf(parts.db, district)) {
    const partner = active ? await findPartner(parts.db, district, id) : null
    if (partner) await pollOne(parts, partner)
  }
}

class Unread extends Error {}

async function pollOne(parts: ExchangeParts, partner: SealedPartner): Promise<void> {
  const at = parts.clock.now()
  const open = await openPassings(parts.db, partner.district, partner.id, MOST)
  if (open.length === 0) return
  try {
    for (const passing of open) if (passing.remoteId === null) await askForNumber(parts, partner, passing)
    await askForNews(parts, partner, at)
    await notePolled(parts.db, partner, { readUntil: at })
  } catch (error) {
    if (!(error instanceof Unread)) throw error
    await notePolled(parts.db, partner, { at, error: error.message })
  }
}

const rowsIn = (posted: Posted): readonly RemoteRequest[] => {
  if (!posted.ok) throw new Unread(posted.refusal)
  const rows = posted.status < 300 ? readRequests(posted.answer) : null
  if (rows === null) throw new Unread(`${posted.status} ${readError(posted.answer)}`)
  return rows
}

async function askForNumber(parts: ExchangeParts, partner: SealedPartner, passing: Passing): Promise<void> {
  const asked = await read(parts, partner, `tokens/${encodeURIComponent(passing.token ?? '')}`, {})
  // The number may not be there yet, and is asked for again.
  const [row] = asked.ok && asked.status === 404 ? [] : rowsIn(asked)
  if (row?.id) await putPassing(parts.db, { ...passing, remoteId: row.id })
}

/** First whatever changed since the last time, where the other side knows how to say; then, by number, who was not seen. */
async function askForNews(parts: ExchangeParts, partner: SealedPartner, at: Instant): Promise<void> {
  const waiting = new Map<string, Passing>()
  for (const passing of await openPassings(parts.db, partner.district, partner.id, MOST))
    if (passing.remoteId !== null) waiting.set(passing.remoteId, passing)
  const hear = async (rows: readonly RemoteRequest[]) => {
    for (const row of rows) {
      const passing = row.id === null ? undefined : waiting.get(row.id)
      if (!passing || row.id === null) continue
      waiting.delete(row.id)
      await heard(parts, partner, { passing, row, at })
    }
  }
  const since = partner.readUntil
  if (since !== null && waiting.size > AT_ONCE) {
    const given = { updated_after: writeW3(later(since, -OVERLAP)), page_size: '1000', extensions: 'true' }
    await hear(rowsIn(await read(parts, partner, 'requests', given)))
  }
  const left = [...waiting.keys()]
  for (let start = 0; start < left.length; start += AT_ONCE) {
    const ids = left.slice(start, start + AT_ONCE).join(',')
    await hear(rowsIn(await read(parts, partner, 'requests', { service_request_id: ids })))
  }
}

type Heard = { readonly passing: Passing; readonly row: RemoteRequest; readonly at: Instant }

/** What is new is written into the case first: a process that ends in between says it once, as its words are the key. */
async function heard(parts: ExchangeParts, partner: Partner, { passing, row, at }: Heard): Promise<void> {
  const news = newsOf(passing, row)
  if (news !== null) {
    const text = remoteWords.told(partner.name, news)
    const digest = createHash('sha256').update(`${passing.round} ${passing.status} ${text}`).digest('hex').slice(0, 24)
    await noteOn(parts.engine.cases, {
      id: passing.caseId,
      text,
      at,
      key: `open311/${partner.id}/${passing.caseId}/${digest}`,
    })
  }
  const { status, notes, notice } = row
  await putPassing(parts.db, {
    ...passing,
    status: status ?? passing.status,
    notes: notes ?? passing.notes,
    notice: notice ?? passing.notice,
    seenAt: at,
  })
}
