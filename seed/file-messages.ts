import type { Engine } from '../src/city/engine.ts'
import type { CaseId, Told } from '../src/kernel/cases/model/case.ts'
import type { FiledMessage } from '../src/kernel/channels/model/messages.ts'
import type { Matter } from '../src/kernel/matters/model.ts'
import { pathText } from '../src/kernel/matters/rules/categories.ts'
import { matterByWords } from '../src/kernel/matters/rules/choose.ts'
import { HOTLINE } from '../src/kernel/organisations/seed/units.ts'
import type { PersonId } from '../src/kernel/people/model.ts'
import type { Crypto } from '../src/platform/crypto/crypto.ts'
import { type Clock, DAY, type Instant, later } from '../src/platform/time.ts'

export type FilingParts = {
  readonly engine: Engine
  readonly clock: Clock & { turnTo(when: Instant): void }
  readonly crypto: Crypto
  readonly district: string
  readonly matters: readonly Matter[]
  /** Names the file, so that the same message is filed once however often the file is given. */
  readonly source: string
  /** Days by which every date is moved; 0 files each message at its own. */
  readonly shiftDays: number
  readonly onProgress?: (filed: number, of: number) => void
  readonly signal?: AbortSignal
}

/** One filed message and what is known of its real answer. */
export type Script = { readonly case: CaseId; readonly reply?: string; readonly repliedAt?: Instant }

/** Files messages in the order of their dates, each at its own moment of the city's clock. */
export async function fileMessages(parts: FilingParts, messages: readonly FiledMessage[]): Promise<Script[]> {
  const { clock, engine, shiftDays, signal } = parts
  const scripts: Script[] = []
  const ordered = [...messages].sort((a, b) => (a.at < b.at ? -1 : 1))
  for (const message of ordered) {
    if (signal?.aborted) break
    const at = later(message.at, shiftDays * DAY)
    clock.turnTo(at)
    const filed = await engine.cases.file(caseFrom(parts, message, at))
    if (!filed.ok) throw new Error(`message ${message.id} was refused: ${filed.refusal}`)
    const { reply, repliedAt } = message
    scripts.push({
      case: filed.state.id,
      ...(reply ? { reply } : {}),
      ...(repliedAt ? { repliedAt: later(repliedAt, shiftDays * DAY) } : {}),
    })
    if (scripts.length % 50 === 0) parts.onProgress?.(scripts.length, ordered.length)
  }
  parts.onProgress?.(scripts.length, ordered.length)
  return scripts
}

function caseFrom(parts: FilingParts, message: FiledMessage, at: Instant): Parameters<Engine['cases']['file']>[0] {
  const { district, crypto, source } = parts
  const told: Told = { title: message.topic, text: message.detail }
  const matter = matterByWords(parts.matters, told) ?? generalMatter(parts.matters)
  const applicant: PersonId = `person_${crypto.hash(`${source}/${message.author}`).toString('hex').slice(0, 26)}`
  return {
    district,
    matter,
    told,
    at,
    by: null,
    key: `import/${source}/${message.id}`,
    applicant,
    channel: 'import',
    enteredBy: null,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    area: null,
    grid: null,
    unit: HOTLINE,
    evidence: [],
  }
}

function generalMatter(matters: readonly Matter[]): Matter {
  const found = matters.find(({ procedure, kind }) => procedure === 'orders' && kind === 'complaint')
  if (!found) throw new Error('the catalogue has no matter for complaints')
  return found
}
