import type { Filed } from '../../../kernel/cases/handle/cases.ts'
import { componentMeant } from '../../../kernel/cases/handle/component-meant.ts'
import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import { whereIs } from '../../../kernel/cases/handle/whereabouts.ts'
import type { Actor, CaseState, Told } from '../../../kernel/cases/model/case.ts'
import { wereSentBy } from '../../../kernel/cases/store/photos.ts'
import { cleanLine, cleanText } from '../../../kernel/channels/rules/text.ts'
import type { Matter } from '../../../kernel/matters/model.ts'
import { pathText } from '../../../kernel/matters/rules/categories.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { ReportBody } from '../model/patrol.ts'
import { gridsOf, unitOnPatrol } from '../policy.ts'
import { gridProcedure } from '../rules/grid-event.ts'
import { reportWords } from '../words/patrol.ts'

const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

type Report = ReportBody & { readonly key: string | null }

/**
 * Files what a collector has seen, with the place from his device, and registers it at once. Sent again under the same
 * key it is the same case.
 */
export async function reportOnPatrol(parts: CaseDoorParts, who: StaffWho, report: Report): Promise<Filed | Refused> {
  const { db, clock, engine } = parts
  const { district } = who
  const at = clock.now()
  const matter = (await mattersNow(db, district, localDay(at))).find(({ id }) => id === report.matter)
  if (matter?.procedure !== gridProcedure.name) return refused('no-such-type')
  if (report.grid !== undefined && !gridsOf(who).includes(report.grid)) return refused('not-your-grid', 403)
  const [areSent, where, thing] = await Promise.all([
    wereSentBy(db, district, who.id, report.photos),
    placeOf(parts, who, report),
    componentMeant(db, district, { matter, point: report.spot ?? null, code: report.component }),
  ])
  if (!areSent) return refused('no-such-photo')
  if (where === null) return refused('place-unknown')
  if (thing === null) return refused('no-such-component')
  const filed = await engine.cases.file({
    district,
    matter,
    told: toldOf(matter, report),
    at,
    by: who.id,
    key: report.key === null ? null : `${who.id}:patrol:${report.key}`,
    applicant: null,
    channel: 'patrol',
    enteredBy: who.id,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    ...where,
    ...thing,
    unit: unitOnPatrol(who),
    evidence: report.photos,
    ...(report.spot && { spot: report.spot }),
    given: { seen: 1 },
  })
  if (!filed.ok) return refused(filed.refusal)
  return { ...filed, state: await registered(parts, filed.state, report) }
}

/** From the point; else the grid that he names, of which the area is known by its code. */
async function placeOf({ db, clock }: CaseDoorParts, who: StaffWho, { spot, grid }: ReportBody) {
  const found = spot ? await whereIs(db, who.district, spot, localDay(clock.now())) : null
  if (found?.grid) return found
  const named = grid ?? found?.grid ?? onlyOne(gridsOf(who))
  if (named !== undefined) return { area: areaOfGrid(who.district, named), grid: named }
  return spot ? { area: found?.area ?? null, grid: null } : null
}

const onlyOne = (grids: readonly string[]): string | undefined => (grids.length === 1 ? grids[0] : undefined)

/** A grid's code begins with those of its street and its community: 6, 3 and 3 digits. */
const areaOfGrid = (district: string, grid: string): string | null =>
  /^\d{12}/.test(grid) && grid.startsWith(district) ? `${grid.slice(0, 9)}/${grid.slice(0, 12)}` : null

function toldOf({ name }: Matter, { text, place, seenAt }: ReportBody): Told {
  const where = cleanLine(place ?? '')
  const written = cleanText(text ?? '')
  const said = written.ok && written.text !== '' ? written.text : reportWords.seen(name).zh
  return {
    title: where.ok && where.text !== '' ? `${name.zh}：${where.text}`.slice(0, 60) : name.zh,
    text: said,
    ...(where.ok && where.text !== '' && { place: where.text }),
    ...(seenAt && { form: { happenedAt: seenAt } }),
  }
}

/** Seen by a collector: registered without asking anybody; asked twice, it is registered once. */
async function registered(
  { engine, clock }: CaseDoorParts,
  state: CaseState,
  { urgent }: ReportBody,
): Promise<CaseState> {
  const move = async (now: CaseState, name: string, fields = {}) => {
    const done = await engine.cases.move(now.id, { move: name, at: clock.now(), by: system, fields })
    return done.ok ? done.state : now
  }
  if (state.stage !== gridProcedure.initial) return state
  const alarmed = urgent ? await move(state, 'raiseAlarm', { reason: reportWords.urgent.zh }) : state
  return move(alarmed, 'register')
}
