import type { KnownProcedure, Matter, ServicePromise } from '../../kernel/matters/model.ts'
import { plantInternal } from '../../kernel/matters/seed/internal.ts'
import type { Stroke } from '../../kernel/matters/store/versions.ts'
import type { Db } from '../../platform/db/db.ts'
import { ASSIST_MATTER } from './model.ts'

const promise = (key: string, amount: number): ServicePromise => ({
  key,
  term: { amount, unit: 'workday' },
  source: '协办任务办理规则（待确认）',
  mark: '△',
  from: '2011-01-01',
  until: null,
})

/** 协办任务: never offered to residents (internal); a lead unit opens it from its own case. */
const assistMatter = (district: string): Matter => ({
  id: ASSIST_MATTER,
  version: 1,
  district,
  name: { zh: '协办任务', en: 'Joint task' },
  category: ['协办'],
  kind: 'help',
  procedure: 'assist',
  form: { type: 'object', properties: {} },
  papers: [],
  promises: [
    promise('sign', 1),
    promise('assist', 3),
    promise('rework', 2),
    promise('extension-decision', 1),
    promise('lead-check', 2),
    promise('supervise', 2),
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
  sourceDoc: '协办任务办理规则（待确认）',
})

/** Publishes the matter of joint tasks where it does not stand yet. */
export const plantAssistMatter = (
  db: Db,
  district: string,
  procedures: readonly KnownProcedure[],
  stroke: Stroke,
): Promise<void> => plantInternal(db, assistMatter(district), procedures, stroke)
