import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters, sortableId } from '../../../platform/ids.ts'
import type { Instant } from '../../../platform/time.ts'
import { putNotice } from '../../channels/store/notices.ts'
import { append } from '../../ledger/store/streams.ts'
import type { UnitId } from '../../organisations/model.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { formatDay, localDay } from '../../worktime/rules.ts'
import type { Contents, DocumentId, DocumentKind, DocumentLine, KeptDocument, Values } from '../model.ts'
import { paragraphsOf } from '../rules/contents.ts'
import { numberOf } from '../rules/number.ts'
import { documentsOf, endDocument, findDocument, putDocument, takeNumber } from '../store/documents.ts'
import { kindWords } from '../words.ts'
import type { DocumentParts } from './parts.ts'
import { organOf, readSettings, type Settings } from './settings.ts'

/** What is to be put on paper: everything but number, day and names, which come by themselves. */
export type Wanted = {
  readonly kind: DocumentKind
  /** The unit at whose desk it is issued; its organ signs. */
  readonly desk: UnitId
  readonly case: { readonly id: string; readonly number: string }
  /** Whose facts it holds; the case's own where nobody is named. */
  readonly sealedUnder: string
  readonly addressee: string
  readonly resident: string | null
  /** The event of the case it tells of; 0 where it is about another document. */
  readonly occasion: number
  readonly values: Values
  readonly about?: { readonly id: DocumentId; readonly does: 'revokes' | 'replaces' }
}

export type Issued = { readonly ok: true; readonly id: DocumentId; readonly number: string }

/**
 * Issues a document: number, contents, hash, ledger and the notice to the resident in one transaction, so that a number
 * that was taken was also issued and none is missing. What a document is about ends in the same stroke.
 */
export async function issueDocument(parts: DocumentParts, by: Operator, wanted: Wanted): Promise<Issued | Refused> {
  const { db, vault, directory } = parts
  const { district } = by
  const [tree, own] = await Promise.all([directory.tree(district), vault.keyFor(district, wanted.sealedUnder)])
  // Who was forgotten may still have an open case: what is written then is the case's own.
  const key = own === 'destroyed' ? await vault.keyFor(district, wanted.case.id) : own
  if (key === 'destroyed') return refused('nothing-to-issue')
  const organ = organOf(tree, wanted.desk)
  const unit = tree.get(organ)
  if (!unit) return refused('nothing-to-issue')
  const id: DocumentId = `document_${sortableId(by.at)}`
  const what = wanted.about ? `documents.${wanted.about.does.slice(0, -1)}` : 'documents.issue'
  const working = operate(db, by, { what, target: id }, async (tx) => {
    const no = await whyNot(tx, district, wanted)
    if (no) return no
    const settings = await readSettings(tx, district)
    const year = Number(localDay(by.at).slice(0, 4))
    const seq = await takeNumber(tx, { district, unit: organ, year, kind: wanted.kind })
    const word = settings.word(organ, unit.shortName)
    const number = numberOf(settings.format, { word, kind: wanted.kind, year, seq })
    const contents = contentsOf(settings, by, { ...wanted, issuer: unit.name, number })
    const hash = parts.crypto.hash(canonical(contents as unknown as Json)).toString('hex')
    const sealed = vault.sealWith(key, contents as unknown as Json)
    const kept = { id, kind: wanted.kind, number, unit: organ, caseId: wanted.case.id, occasion: wanted.occasion, hash }
    const about = wanted.about?.id ?? null
    const does = wanted.about?.does ?? null
    // First the old one ends: of one kind and occasion only one can be in force.
    if (wanted.about) await endAbout(parts, tx, by, wanted.about, { id, number })
    await putDocument(tx, {
      ...kept,
      district,
      desk: wanted.desk,
      caseNumber: wanted.case.number,
      year,
      seq,
      code: randomLetters(10),
      sealed,
      about,
      does,
      issuedAt: by.at,
      issuedOn: localDay(by.at),
      issuedBy: by.who,
    })
    await written(
      parts,
      tx,
      district,
      id,
      { type: 'DocumentIssued', at: by.at, by: by.who },
      { ...kept, about, sealed },
    )
    await tell(tx, by, wanted, { id, number })
    return { ok: true as const, id, number }
  })
  return working.catch(takenAsRefusal)
}

/** Asked before a number is taken, because a refusal is written into the log and would leave a gap. */
async function whyNot(
  tx: Db,
  district: string,
  { about, case: { id }, kind, occasion }: Wanted,
): Promise<Refused | null> {
  if (about) {
    const old = await findDocument(tx, district, about.id, true)
    if (!old || old.caseId !== id) return refused('no-such-document', 404)
    return old.standing === 'in-force' && old.kind !== 'revocation' ? null : refused('document-ended')
  }
  const there = await documentsOf(tx, district, id)
  const isThere = there.some((one) => one.kind === kind && one.occasion === occasion && one.standing === 'in-force')
  return isThere ? refused('issued-already') : null
}

/** Two officers at one moment: the second is told, and his number goes back with his transaction. */
function takenAsRefusal(error: unknown): Refused {
  const isTaken = error instanceof Error && 'code' in error && error.code === '23505'
  if (!isTaken) throw error
  const constraint = 'constraint' in error ? String(error.constraint) : ''
  return refused(constraint === 'document_number' ? 'number-taken' : 'issued-already')
}

type Named = Wanted & { readonly issuer: string; readonly number: string }

function contentsOf(settings: Settings, { district, at }: Operator, wanted: Named): Contents {
  const { kind, number, issuer, addressee, values } = wanted
  const today = localDay(at)
  const known: Values = {
    ...values,
    case: wanted.case.number,
    issuer,
    today: formatDay(today).zh,
    applicant: addressee,
  }
  return {
    format: 'yiwang-document/1',
    district,
    number,
    kind,
    name: kindWords[kind].zh,
    issuer,
    addressee,
    case: wanted.case.number,
    paragraphs: paragraphsOf(settings.text(kind), known),
    issuedOn: today,
    salt: randomLetters(26),
  }
}

/** How a document would read, without a number and without leaving a trace. */
export async function previewDocument(
  { db, directory }: Pick<DocumentParts, 'db' | 'directory'>,
  by: Operator,
  wanted: Wanted,
): Promise<Contents> {
  const [tree, settings] = await Promise.all([directory.tree(by.district), readSettings(db, by.district)])
  const organ = organOf(tree, wanted.desk)
  const unit = tree.get(organ)
  const year = Number(localDay(by.at).slice(0, 4))
  const word = settings.word(organ, unit?.shortName ?? '')
  const number = numberOf(settings.format, { word, kind: wanted.kind, year, seq: 0 }).replace('〕0', '〕 ')
  return { ...contentsOf(settings, by, { ...wanted, issuer: unit?.name ?? '', number }), salt: '' }
}

type Fact = { readonly type: string; readonly at: Instant; readonly by: string }

async function written(parts: DocumentParts, tx: Db, district: string, id: DocumentId, fact: Fact, body: object) {
  const where = { district, stream: `document/${id}`, after: fact.type === 'DocumentIssued' ? 0 : 1 }
  const done = await append(tx, { ...where, crypto: parts.crypto }, [{ ...fact, body: body as Json }])
  if (!done.ok) throw new Error(`document/${id} was written by somebody else under our lock`)
}

type Later = { readonly id: DocumentId; readonly number: string }

async function endAbout(
  parts: DocumentParts,
  tx: Db,
  { district, at, who }: Operator,
  { id, does }: NonNullable<Wanted['about']>,
  later: Later,
) {
  const standing = does === 'revokes' ? 'revoked' : 'replaced'
  const type = does === 'revokes' ? 'DocumentRevoked' : 'DocumentReplaced'
  await endDocument(tx, district, { id, standing, by: later.number, at })
  await written(parts, tx, district, id, { type, at, by: who }, { by: later.id, number: later.number })
}

/** The resident hears that something was issued, and where; what it says stands on the page of his case. */
async function tell(tx: Db, { district, at }: Operator, wanted: Wanted, { id }: Later) {
  if (wanted.resident === null) return
  await putNotice(tx, {
    district,
    id: `notice_${id}`,
    to: { kind: 'resident', id: wanted.resident },
    template: 'document-issued',
    params: { number: wanted.case.number },
    caseId: wanted.case.id,
    at,
    due: at,
  })
}

export type OpenedDocument = {
  readonly line: DocumentLine
  /** Null once the facts of its addressee were destroyed: number and hash stay. */
  readonly contents: Contents | null
  /** Whether what is kept is still what was issued. */
  readonly intact: boolean
}

/** A document as it was issued, the same letters every time; and whether the hash still speaks for it. */
export async function openDocument(
  { vault, crypto }: Pick<DocumentParts, 'vault' | 'crypto'>,
  district: string,
  { sealed, ...line }: KeptDocument,
): Promise<OpenedDocument> {
  const contents = await vault.open(district, sealed)
  if (contents === 'destroyed') return { line, contents: null, intact: true }
  const intact = crypto.hash(canonical(contents)).toString('hex') === line.hash
  return { line, contents: contents as unknown as Contents, intact }
}
