import type { KnownProcedure, Matter, ServicePromise } from '../../kernel/matters/model.ts'
import { plantInternal } from '../../kernel/matters/seed/internal.ts'
import type { Stroke } from '../../kernel/matters/store/versions.ts'
import type { Db } from '../../platform/db/db.ts'
import { GAP_MATTER } from './model/task.ts'

const source = '生活圈补短板任务办理规则（待确认）'

const promise = (key: string, amount: number): ServicePromise => ({
  key,
  term: { amount, unit: 'workday' },
  source,
  mark: '△',
  from: '2011-01-01',
  until: null,
})

/** 生活圈补短板任务: opened from a gap at the desk of a planner, never offered to residents. */
const gapMatter = (district: string): Matter => ({
  id: GAP_MATTER,
  version: 1,
  district,
  name: { zh: '生活圈补短板任务', en: 'Task from a gap of a life circle' },
  category: ['生活圈'],
  kind: 'help',
  procedure: 'task',
  form: { type: 'object', properties: {} },
  papers: [],
  promises: [
    promise('sign', 2),
    promise('task', 60),
    promise('rework', 20),
    promise('extension-decision', 3),
    promise('verify', 10),
    promise('supervise', 5),
  ],
  duty: { rule: 'duty-list' },
  refusalLadder: { confirmAt: 1 },
  rating: { asked: false, rectify: false },
  audience: ['person', 'enterprise'],
  internal: true,
  intakeWords: [],
  effectiveFrom: '2011-01-01',
  effectiveTo: null,
  status: 'published',
  sourceDoc: source,
})

/** Publishes the matter of tasks that come from gaps where it does not stand yet. */
export const plantGapMatter = (
  db: Db,
  district: string,
  procedures: readonly KnownProcedure[],
  stroke: Stroke,
): Promise<void> => plantInternal(db, gapMatter(district), procedures, stroke)
