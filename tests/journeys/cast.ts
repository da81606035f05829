import type { CaseId, Told } from '../../src/kernel/cases/model/case.ts'
import type { Capacity } from '../../src/kernel/organisations/model.ts'
import { HOTLINE } from '../../src/kernel/organisations/seed/units.ts'
import type { PersonId, StaffId } from '../../src/kernel/people/model.ts'
import { DISTRICT, type Town } from '../town.ts'

/** Li Fang writes; her lamp is broken. Filed on the web at the present moment of the town. */
export async function liFangWrites(town: Town, key: string | null = null, point?: Told['point']) {
  const matter = town.matters.find(({ procedure, kind }) => procedure === 'orders' && kind === 'complaint')
  if (!matter) throw new Error('the town has no matter for complaints')
  const filed = await town.cases.file({
    district: DISTRICT,
    matter,
    told: {
      title: '路灯坏了三天没人修',
      text: '桥头社区东门外的路灯从周五晚上起不亮，老人晚上出门看不清台阶。',
      place: '桥头社区东门',
      ...(point && { point }),
      contact: { name: '李芳', phone: '13900000001' },
    },
    at: town.clock.now(),
    by: 'person_lifang',
    key,
    applicant: LI_FANG,
    channel: 'web',
    enteredBy: null,
    parent: null,
    leadUnit: null,
    category: '道路与设施/路灯照明',
    area: null,
    grid: null,
    unit: HOTLINE,
    evidence: [],
  })
  if (!filed.ok) throw new Error(`Li Fang was refused: ${filed.refusal}`)
  return filed
}

export const LI_FANG: PersonId = 'person_lifang'

/** Li Fang's own moves. */
export const liFang = (town: Town, id: CaseId, move: string, fields = {}) =>
  town.cases.move(id, {
    move,
    at: town.clock.now(),
    by: { id: LI_FANG, unit: null, roles: new Set(['applicant']) },
    fields,
  })

/** Somebody of the town who holds this capacity, in this unit where one is given; never the one excluded. */
export async function someone(town: Town, capacity: Capacity, unit?: string, not?: string): Promise<StaffId> {
  const { rows } = await town.db.pool.query<{ id: StaffId }>(
    'select id from people.staff where district = $1 order by id',
    [DISTRICT],
  )
  for (const { id } of rows) {
    const who = await town.directory.staff(DISTRICT, id)
    const held = who?.posts.some((post) => post.capacities.includes(capacity) && (!unit || post.unit === unit))
    if (held && id !== not) return id
  }
  throw new Error(`nobody is ${capacity} in ${unit ?? 'the town'}`)
}
