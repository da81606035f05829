import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import type { Actor, CaseId, CaseState } from '../../../kernel/cases/model/case.ts'
import { districtOf } from '../../../kernel/cases/model/case.ts'
import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import { roleWords } from '../../../kernel/cases/words.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { answerTold } from '../rules/present-resident.ts'

/** The case somebody joins, if it is there, open, and itself joined to none. */
export async function originalToJoin(
  { engine, offered }: CaseDoorParts,
  district: string,
  id: CaseId,
): Promise<CaseState | Refused> {
  const state = districtOf(id) === district ? await engine.cases.find(id) : null
  const procedure = state && engine.cases.procedureOf(state)
  const stage = procedure?.stages[state?.stage ?? '']
  const open = stage !== undefined && !stage.settled && stage.end === undefined
  if (!state || !procedure || !offered.includes(procedure.name) || !open) return refused('nothing-to-join')
  return state.filing.parent === null && state.marks.original === undefined ? state : refused('nothing-to-join')
}

/** Links what was just filed to the case its author chose; he stays its author. Filed twice, it is linked once. */
export async function joined(parts: CaseDoorParts, state: CaseState, original: CaseId, by: Actor): Promise<CaseState> {
  const command = { move: 'linkRepeat', at: parts.clock.now(), by, fields: { original } }
  const done = await parts.engine.cases.move(state.id, command)
  return done.ok ? done.state : state
}

/** How the case goes that this one was linked to. */
export type Original = {
  readonly state: CaseState
  readonly answer: { readonly text: string; readonly at: string } | null
}

/**
 * The case behind a linked one, with its answer as everybody who joined may read it: without the name and without
 * any number of the one who told it first. Null when this one is linked to none.
 */
export async function originalOf(parts: CaseDoorParts, linked: CaseState): Promise<Original | null> {
  const id = linked.marks.original
  const state = typeof id === 'string' ? await parts.engine.cases.find(id as CaseId) : null
  if (!state) return null
  const procedure = parts.engine.cases.procedureOf(state)
  const own = parts.words[procedure.name]
  if (!own) return null
  const opened = await openedEvents(parts, state.id)
  const photo = () => ({ hash: '', kind: 'gone', url: '', thumbUrl: '', width: null, height: null }) as const
  const answer = answerTold({ procedure, words: own, unit: (unit: string) => unit, photo }, opened)
  const first = opened[0]?.secret
  const name = typeof first === 'object' && first !== null ? nameIn(first) : null
  return { state, answer: answer && { text: withoutName(maskPersonal(answer.text), name), at: answer.at } }
}

function nameIn(secret: object): string | null {
  const contact = 'contact' in secret ? secret.contact : null
  const name = typeof contact === 'object' && contact !== null && 'name' in contact ? contact.name : null
  return typeof name === 'string' && name.length > 1 ? name : null
}

const withoutName = (text: string, name: string | null): string =>
  name === null ? text : text.replaceAll(name, roleWords.applicant.zh)
