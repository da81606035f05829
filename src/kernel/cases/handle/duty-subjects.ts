import { categoryTree, pathText } from '../../matters/rules/categories.ts'
import { categoriesOf } from '../../matters/store/categories.ts'
import type { DutySubjects } from '../../organisations/handle/parts.ts'
import { pathTo } from '../../places/rules.ts'
import { areasOf } from '../../places/store.ts'
import { waitingBySubject } from '../store/held.ts'

/** What the duty list speaks of, for the house of units: the catalogue, streets and communities, and what waits to be sent. */
export const dutySubjects: DutySubjects = {
  async categories(db, district) {
    const tree = categoryTree(await categoriesOf(db, district))
    return tree.all.filter(({ retired }) => !retired).map(({ id }) => pathText(tree.pathOf(id) ?? []))
  },
  async areas(db, district) {
    const areas = new Map((await areasOf(db, district)).map((area) => [area.code, area]))
    return [...areas.values()].flatMap(({ code, level }) => {
      if (level === 'grid') return []
      const path = pathTo(areas, code)
      const plain = path.map((area) => area.code.slice(area.code.indexOf('_') + 1))
      return [{ code: plain.join('/'), name: path.map(({ name }) => name).join('/') }]
    })
  },
  waiting: waitingBySubject,
}
