import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { DueView } from '../../../kernel/cases/model/views.ts'
import { dueOf } from '../../../kernel/cases/rules/present.ts'
import type { Matter } from '../../../kernel/matters/model.ts'
import { mattersByWords } from '../../../kernel/matters/rules/choose.ts'
import { promiseOn } from '../../../kernel/matters/rules/promises.ts'
import { mattersInForce } from '../../../kernel/matters/store/versions.ts'
import { whoIsResponsible } from '../../../kernel/organisations/rules/duties.ts'
import { dueAfter, localDay } from '../../../kernel/worktime/rules.ts'
import { keptCalendar, worktimeOn } from '../../../kernel/worktime/store.ts'
import type { Likely, OrderProposal, ProposalBody } from '../model/proposal.ts'

const MOST = 5

/** Answers what a message might be about and by when one would hear, by the rules that will hold us to it. */
export function proposer(parts: CaseDoorParts) {
  const { db, clock, directory, offered } = parts
  const calendar = keptCalendar(db)

  async function hearsBy(district: string, matter: Matter): Promise<DueView | null> {
    const at = clock.now()
    const day = localDay(at)
    const procedure = parts.procedures[matter.procedure]
    const key = procedure?.stages[procedure.initial]?.clock?.promise
    const promise = key === undefined ? null : promiseOn(matter, key, day)
    if (promise === null) return null
    const unit = whoIsResponsible({ category: [], area: [] }, await directory.duties(district))?.unit ?? ''
    const account = dueAfter(await worktimeOn(db, await calendar(), { district, unit, day }), at, promise.term)
    return dueOf(account, account.due, at)
  }

  return async (district: string, { title = '', text, matter }: ProposalBody): Promise<OrderProposal> => {
    const all = await mattersInForce(db, district, localDay(clock.now()))
    const open = all.filter(({ procedure, internal }) => offered.includes(procedure) && !internal)
    const found = mattersByWords(open, { title, text }).slice(0, MOST)
    const counts = open.find(({ id }) => id === matter) ?? found[0]
    return { likely: found.map(likelyOf(parts.words)), due: counts ? await hearsBy(district, counts) : null }
  }
}

const likelyOf =
  (words: CaseDoorParts['words']) =>
  ({ id, name, category, urgent = false, procedure }: Matter): Likely => ({
    id,
    name,
    category: [...category],
    urgent,
    way: words[procedure]?.name ?? name,
  })
