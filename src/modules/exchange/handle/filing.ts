import { newCaseId } from '../../../kernel/cases/handle/cases.ts'
import { takeIn } from '../../../kernel/cases/handle/intake.ts'
import { uploadPhoto } from '../../../kernel/cases/handle/photos.ts'
import type { CaseState } from '../../../kernel/cases/model/case.ts'
import { STAGE_CLOCK } from '../../../kernel/cases/rules/step.ts'
import { proposedTitle } from '../../../kernel/cases/rules/title.ts'
import type { KnownClient } from '../../../kernel/channels/model/clients.ts'
import { residentWith } from '../../../kernel/people/handle/residents.ts'
import { formatInstant } from '../../../kernel/worktime/rules.ts'
import { isMalformed } from '../../../platform/http/malformed.ts'
import { randomLetters } from '../../../platform/ids.ts'
import type { Said } from '../../../platform/words.ts'
import type { Faults, Posting, RequestRow, ServiceType } from '../model/georeport.ts'
import { mobileOf, readAnswers } from '../rules/posting.ts'
import type { Service } from '../rules/present.ts'
import { faultsOf } from '../rules/question.ts'
import { promiseRequest, takeBack } from '../store/requests.ts'
import { georeportWords, insideWords, publicWords } from '../words/georeport.ts'
import type { ExchangeParts } from './parts.ts'
import { serviceOf } from './services.ts'

export type Posted = {
  readonly client: KnownClient
  readonly posting: Posting
  /** Of the request, so that the same one is filed once; null where it brought none. */
  readonly key: string | null
  readonly picture: Buffer | null
}

export type FiledRequest = {
  readonly ok: true
  readonly type: ServiceType
  readonly number: string
  readonly token: string
  readonly caseId: string
  readonly notice: Said | null
}

/**
 * Files a request as any other channel does. What the case has no place for is promised first, so that a process that
 * ends in between leaves a promise without a case and never a case that nobody can find.
 */
export async function fileRequest(parts: ExchangeParts, posted: Posted): Promise<FiledRequest | Faults> {
  const { client, posting, key } = posted
  const { district } = client
  const service = await serviceOf(parts, district, posting.code)
  if (service === null) return faultsOf(404, georeportWords.serviceUnknown(posting.code))
  const answers = readAnswers(service.attributes, service.matter.form, posting)
  if (!answers.ok) return answers
  const picture = posted.picture === null ? null : await kept(parts, client, posted.picture)
  if (picture !== null && typeof picture !== 'string') return picture
  const at = parts.clock.now()
  const { lat, long, addressId, mediaUrl } = posting
  const row = await promiseRequest(parts.db, {
    district,
    caseId: newCaseId(district, at),
    client: client.id,
    key,
    token: randomLetters(20),
    type: service.type,
    lat,
    long,
    addressId,
    mediaUrl,
    picture,
    at,
  })
  const filed = await file(parts, { ...posted, service, form: answers.form, row })
  if (!filed.ok) await takeBack(parts.db, row)
  return filed
}

async function kept(parts: ExchangeParts, client: KnownClient, content: Buffer): Promise<string | Faults> {
  const done = await uploadPhoto(parts, { district: client.district, id: client.id }, content)
  return done.ok && done.photo.kind === 'image' ? done.photo.hash : faultsOf(400, georeportWords.wrongPicture)
}

type Filing = Posted & {
  readonly service: Service
  readonly form: Extract<ReturnType<typeof readAnswers>, { ok: true }>['form']
  readonly row: RequestRow
}

async function file(parts: ExchangeParts, filing: Filing): Promise<FiledRequest | Faults> {
  const { client, posting, key, service, form, row } = filing
  const { district } = client
  const phone = mobileOf(posting)
  const name = posting.name ?? undefined
  const known = phone ?? posting.phone ?? undefined
  const place = placeSaid(posting)
  try {
    const taken = await takeIn(parts, {
      district,
      id: row.caseId as CaseState['id'],
      message: {
        matter: service.matter.id,
        title: titleOf(posting, service, place),
        text: textOf(posting, service, place),
        place,
        form: { ...form, place: { address: place, ...pointOf(posting) } },
        ...(row.picture && { photos: [row.picture] }),
      },
      contact: { ...(name && { name }), ...(known && { phone: known }) },
      applicant: phone ? await residentWith(parts, { district, phone, name: null, at: parts.clock.now() }) : null,
      channel: 'api',
      by: client.id,
      enteredBy: null,
      key: key === null ? null : `${client.id}:open311:${key}`,
      form: 'own-fields',
    })
    if (!taken.ok) return faultsOf(400, parts.refusalSaid(taken.refusal) ?? georeportWords.unreadable)
    const { state } = taken
    const { type, token } = row
    return { ok: true, type, token, caseId: state.id, number: state.filing.number, notice: noticeOf(state) }
  } catch (error) {
    if (!isMalformed(error)) throw error
    return faultsOf(400, ...error.fields.map(({ zh, en }) => ({ zh, en })))
  }
}

const pointOf = ({ lat, long }: Posting) => (lat === null || long === null ? {} : { lat, lng: long })

/** Where it is, in words; every case has a place in words, however it was given. */
function placeSaid({ addressString, addressId, lat, long }: Posting): string {
  if (addressString !== null) return addressString
  if (addressId !== null) return insideWords.addressId(addressId)
  return insideWords.point(lat ?? 0, long ?? 0)
}

const TITLE_MOST = 50

function titleOf({ description }: Posting, { matter }: Service, place: string): string {
  const proposed = proposedTitle(description)
  return [...(proposed.length > 1 ? proposed : `${matter.name.zh} ${place}`)].slice(0, TITLE_MOST).join('')
}

/** The words of the one who wrote, and below the mark what only the handler reads. */
function textOf({ description, email, mediaUrl }: Posting, { matter }: Service, place: string): string {
  return [
    description,
    insideWords.mark,
    insideWords.via,
    insideWords.service(matter.name.zh),
    insideWords.place(place),
    ...(email === null ? [] : [insideWords.email(email)]),
    ...(mediaUrl === null ? [] : [insideWords.media(mediaUrl)]),
  ].join('\n')
}

function noticeOf({ clocks }: CaseState): Said | null {
  const running = clocks[STAGE_CLOCK]
  return running ? publicWords.notice(formatInstant(running.account.due)) : null
}
