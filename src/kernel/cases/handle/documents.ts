import type { Crypto } from '../../../platform/crypto/crypto.ts'
import { checkForm } from '../../../platform/forms/check.ts'
import { malformed } from '../../../platform/http/malformed.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Issued, issueDocument, openDocument, previewDocument, type Wanted } from '../../documents/handle/issue.ts'
import { readSettings } from '../../documents/handle/settings.ts'
import type { CaseDocuments, DocumentDraft, DocumentView, IssueBody, PaperView } from '../../documents/model/views.ts'
import {
  type CaseKind,
  type Contents,
  caseKinds,
  type DocumentId,
  type DocumentLine,
  type FieldName,
  type KeptDocument,
  type Regime,
  type Values,
} from '../../documents/model.ts'
import { endingPost, issuingPost } from '../../documents/policy.ts'
import { formOf } from '../../documents/rules/contents.ts'
import { checkOf, verifyUrl } from '../../documents/rules/number.ts'
import { documentsOf, findDocument } from '../../documents/store/documents.ts'
import { contactOf } from '../../documents/words/texts.ts'
import { kindWords } from '../../documents/words.ts'
import { matterVersion } from '../../matters/store/versions.ts'
import type { StaffWho } from '../../organisations/model.ts'
import type { Operator } from '../../people/handle/operations.ts'
import { operate } from '../../people/handle/operations.ts'
import { residentFacts } from '../../people/handle/residents.ts'
import { formatDay, localDay } from '../../worktime/rules.ts'
import { type CaseState, districtOf, livesUnder } from '../model/case.ts'
import { scopedOf } from '../policy.ts'
import { nameIn, type Occasions, occasionsIn, staysHidden, titleIn } from '../rules/document-facts.ts'
import { maskName } from '../rules/masking.ts'
import { addresseeWord } from '../words/documents.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { namesFor } from './naming.ts'
import { openedEvents } from './opening.ts'

export type CaseDocumentParts = CaseDoorParts & {
  readonly crypto: Crypto
  readonly publicUrl: string
  /** Where to turn for a ground on which something is not taken on, in Chinese; null for an unknown one. */
  readonly turnTo: (ground: string) => string | null
}

export const documentView = ({ id, kind, number, issuedAt, standing, endedBy }: DocumentLine): DocumentView => ({
  id,
  kind,
  number,
  issuedAt,
  standing,
  endedBy,
})

/** What was issued about a case, and what this officer may issue now. */
export async function documentsFor(parts: CaseDocumentParts, who: StaffWho, state: CaseState): Promise<CaseDocuments> {
  const district = districtOf(state.id)
  const [lines, { occasions }] = await Promise.all([documentsOf(parts.db, district, state.id), readCase(parts, state)])
  const mayEnd = endingPost(who, scopedOf(state)) !== null
  const isIssued = (kind: CaseKind, seq: number) =>
    lines.some((one) => one.kind === kind && one.occasion === seq && one.standing === 'in-force')
  const offers = caseKinds.filter((kind) => {
    const found = occasions[kind]
    return found && !isIssued(kind, found.seq) && issuingPost(who, kind, scopedOf(state))
  })
  const rows = lines.map((line) => ({
    ...documentView(line),
    mayEnd: mayEnd && line.standing === 'in-force' && line.kind !== 'revocation',
  }))
  return { rows, offers: offers.map((kind) => ({ kind })), regime: 'order' }
}

type Read = {
  readonly occasions: Occasions
  readonly facts: Values
  readonly name: string | null
  readonly opened: Awaited<ReturnType<typeof openedEvents>>
}

async function readCase(parts: CaseDocumentParts, state: CaseState): Promise<Read> {
  const district = districtOf(state.id)
  const { filing } = state
  const under = livesUnder(state)
  const [opened, matter, names, known] = await Promise.all([
    openedEvents(parts, state.id),
    matterVersion(parts.db, district, under.matter, under.matterVersion),
    namesFor(parts, district, { matters: [under], staff: [] }),
    filing.applicant ? residentFacts(parts, district, filing.applicant) : null,
  ])
  const procedure = parts.engine.cases.procedureOf(state)
  const words = parts.words[procedure.name]
  if (!words) throw new Error(`${procedure.name} has no words`)
  const [filed] = opened
  const unit = state.unit ? names.unit(state.unit) : ''
  return {
    opened,
    occasions: occasionsIn({ procedure, words, matter, turnTo: parts.turnTo }, opened),
    facts: {
      title: titleIn(filed),
      case: filing.number,
      matter: names.matter(under.matter, under.matterVersion).zh,
      filedOn: formatDay(localDay(state.filedAt)).zh,
      unit,
    },
    name: staysHidden(filed) ? null : (nameIn(filed) ?? known?.name ?? null),
  }
}

/** What the life of a case gives occasion to put on paper, and when each happened. */
export async function occasionsOf(
  parts: CaseDocumentParts,
  state: CaseState,
): Promise<readonly { readonly kind: CaseKind; readonly at: Instant }[]> {
  const { occasions, opened } = await readCase(parts, state)
  return caseKinds.flatMap((kind) => {
    const at = opened.find(({ event }) => event.seq === occasions[kind]?.seq)?.event.at
    return at ? [{ kind, at }] : []
  })
}

type Asked = { readonly kind: IssueBody['kind']; readonly regime: Regime; readonly about?: IssueBody['about'] }

/** The form of a document with what the case knows filled in; nothing is written. */
export async function draftDocument(
  parts: CaseDocumentParts,
  who: StaffWho,
  state: CaseState,
  { kind, regime, about }: Asked,
): Promise<DocumentDraft | Refused> {
  const [{ occasions, facts }, settings] = await Promise.all([
    readCase(parts, state),
    readSettings(parts.db, districtOf(state.id)),
  ])
  const found = kind === 'revocation' ? null : occasions[kind]
  if (!found && !about) return refused('nothing-to-issue')
  const post = issuingPost(who, about ? 'revocation' : kind, scopedOf(state))
  if (!post) return refused('not-yours', 403)
  const form = formOf(kind, regime)
  const proposed: Values = { contact: contactOf(facts.unit ?? ''), ...settings.law(regime, kind), ...found?.values }
  const values = Object.keys(form.properties ?? {}).map((name) => [name, proposed[name as FieldName] ?? ''])
  return { form, values: Object.fromEntries(values), regime }
}

/** Everything a document says, as it will be issued or shown beforehand. Throws what the error page calls malformed. */
async function wantedOf(
  parts: CaseDocumentParts,
  who: StaffWho,
  state: CaseState,
  { kind, regime, values, about }: IssueBody,
): Promise<{ readonly ok: true; readonly wanted: Wanted; readonly name: string | null } | Refused> {
  const district = districtOf(state.id)
  const post = issuingPost(who, about ? 'revocation' : kind, scopedOf(state))
  if (!post) return refused('not-yours', 403)
  const troubles = checkForm(formOf(kind, regime), tidy(values))
  if (troubles.length > 0)
    throw malformed(troubles.map(({ path, said }) => ({ in: 'body', pointer: `/values${path}`, ...said })))
  const [{ occasions, facts, name }, old] = await Promise.all([
    readCase(parts, state),
    about ? findDocument(parts.db, district, about.id) : null,
  ])
  if (about && (!old || old.caseId !== state.id)) return refused('no-such-document', 404)
  const doesFit = about ? (about.does === 'revokes') === (kind === 'revocation') : kind !== 'revocation'
  if (!doesFit || (about?.does === 'replaces' && old?.kind !== kind)) return refused('nothing-to-issue')
  const occasion = kind === 'revocation' ? 0 : (old?.occasion ?? occasions[kind]?.seq)
  if (occasion === undefined) return refused('nothing-to-issue')
  const of = old ? aboutValues(old) : {}
  const wanted: Wanted = {
    kind,
    desk: post.unit,
    case: { id: state.id, number: state.filing.number },
    sealedUnder: state.filing.applicant ?? state.id,
    addressee: name ?? addresseeWord.zh,
    resident: state.filing.parent === null ? state.filing.applicant : null,
    occasion,
    values: { ...facts, ...tidy(values), ...of },
    ...(about && { about: { id: about.id as DocumentId, does: about.does } }),
  }
  return { ok: true, wanted, name }
}

const tidy = (values: IssueBody['values']): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  )

const aboutValues = ({ kind, number, issuedAt }: KeptDocument): Values => ({
  aboutName: kindWords[kind].zh,
  aboutNumber: number,
  aboutDay: formatDay(localDay(issuedAt)).zh,
})

/** How it would read; the name covered, for looking beforehand is not yet issuing. */
export async function previewOf(
  parts: CaseDocumentParts,
  who: StaffWho,
  by: Operator,
  state: CaseState,
  body: IssueBody,
): Promise<Contents | Refused> {
  const done = await wantedOf(parts, who, state, body)
  if (!done.ok) return done
  const addressee = done.name === null ? done.wanted.addressee : maskName(done.name)
  return previewDocument(parts, by, { ...done.wanted, addressee })
}

export async function issueFor(
  parts: CaseDocumentParts,
  who: StaffWho,
  by: Operator,
  state: CaseState,
  body: IssueBody,
): Promise<Issued | Refused> {
  const done = await wantedOf(parts, who, state, body)
  return done.ok ? issueDocument(parts, by, done.wanted) : done
}

type Which = { readonly state: CaseState; readonly document: string }

/** A document of a case as it was issued; null where there is none. */
export async function paperOf(parts: CaseDocumentParts, { state, document }: Which): Promise<PaperView | null> {
  const district = districtOf(state.id)
  const kept = await findDocument(parts.db, district, document)
  if (!kept || kept.caseId !== state.id) return null
  const { line, contents, intact } = await openDocument(parts, district, kept)
  return {
    line: documentView(line),
    contents: contents && { ...contents, paragraphs: [...contents.paragraphs] },
    hash: line.hash,
    check: checkOf(line.hash),
    intact,
    verify: verifyUrl(parts.publicUrl, line),
  }
}

/** The same at the desk: the name stands in it in full, so that every look is recorded. */
export async function paperForStaff(
  parts: CaseDocumentParts,
  by: Operator,
  which: Which,
): Promise<PaperView | Refused> {
  const paper = await paperOf(parts, which)
  if (!paper) return refused('no-such-document', 404)
  await operate(parts.db, by, { what: 'documents.open', target: paper.line.id }, async () => ({ ok: true }))
  return paper
}
