import type { Clock } from '../../../platform/time.ts'
import { mattersNaming } from '../../matters/store/of-unit.ts'
import type { HeldCases } from '../../organisations/handle/parts.ts'
import type { Actor, CaseId } from '../model/case.ts'
import { heldBy, lyingAt } from '../store/held.ts'
import type { Cases } from './cases.ts'

const administration: Actor = { id: null, unit: null, roles: new Set(['administrator']) }

/** What the houses of people and units ask when somebody leaves or a unit closes: nothing may stay behind. */
export const heldCases = (cases: Cases, clock: Clock): HeldCases => ({
  mattersNaming,
  casesHeldBy: heldBy,
  async moveCase(tx, _district, caseId, to) {
    const command = { move: 'handOver', at: clock.now(), by: administration, fields: { person: to } }
    return (await cases.within(tx).move(caseId as CaseId, command)).ok
  },
  openCasesAt: async (db, district, unit) => (await lyingAt(db, district, unit)).length,
  async moveUnitCases(tx, district, from, to) {
    for (const id of await lyingAt(tx, district, from)) {
      const command = { move: 'succeedUnit', at: clock.now(), by: administration, fields: { unit: to } }
      const done = await cases.within(tx).move(id, command)
      if (!done.ok) throw new Error(`${id} cannot be moved to ${to}: ${done.refusal}`)
    }
  },
})
