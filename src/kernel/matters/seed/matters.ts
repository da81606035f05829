import type { Audience, Matter } from '../model.ts'
import { categoryTree } from '../rules/categories.ts'
import { withPromises } from '../rules/promises.ts'
import { seedCategories } from './categories.ts'
import { orderForm } from './forms.ts'
import { lifeMatters } from './life.ts'
import type { Line } from './line.ts'
import { orderPromises, pacePromises, seedFirstDay } from './promises.ts'
import { townMatters } from './town.ts'

const both: readonly Audience[] = ['person', 'enterprise']
const sourceDoc = '云溪区诉求工单办理规则（演示）'
const tree = categoryTree(seedCategories)

function matterOf(district: string, id: string, line: Line): Matter {
  const { kind, pace = 'general', theme = 'none' } = line
  return {
    id: `matter_${id}`,
    version: 1,
    district,
    name: { zh: line.zh, en: line.en },
    category: tree.pathOf(`category_${line.at}`) ?? [],
    kind,
    procedure: 'orders',
    form: orderForm(kind, theme),
    papers: [],
    promises: withPromises(orderPromises, pacePromises[pace]),
    duty: { rule: 'duty-list' },
    refusalLadder: { confirmAt: line.confirmAt ?? (kind === 'consult' ? 2 : 3) },
    // Praise is thanked for, not rated.
    rating: { asked: kind !== 'praise', rectify: kind !== 'praise' },
    ...(pace === 'urgent' && { urgent: true }),
    audience: line.audience ?? both,
    intakeWords: line.words.split(' '),
    effectiveFrom: seedFirstDay,
    effectiveTo: null,
    status: 'published',
    sourceDoc,
  }
}

/** The matters of the invented district, each as its first published version. */
export const seedMatters = (district: string): readonly Matter[] =>
  Object.entries({ ...townMatters, ...lifeMatters }).map(([id, line]) => matterOf(district, id, line))
