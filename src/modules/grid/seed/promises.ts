import type { Mark, ServicePromise } from '../../../kernel/matters/model.ts'
import type { Term } from '../../../kernel/worktime/model.ts'

/** The demo's first day; messages of past years may be told under these types as well. */
export const firstDay = '2011-01-01'

type Rest = Partial<Pick<ServicePromise, 'warning' | 'maxExtensions' | 'extension' | 'pausable'>>

export const promise = (
  key: string,
  term: Term,
  [source, mark]: readonly [string, Mark],
  rest: Rest = {},
): ServicePromise => ({
  key,
  term,
  ...rest,
  source,
  mark,
  from: firstDay,
  until: null,
})

export const workhours = (amount: number): Term => ({ amount, unit: 'workhour' })
export const workdays = (amount: number): Term => ({ amount, unit: 'workday' })
const hours = (amount: number): Term => ({ amount, unit: 'hour' })
const days = (amount: number): Term => ({ amount, unit: 'day' })

/** Terms of a published city table (domain.md 2.1, [20]). */
export const cityTable = ['某市数字城管立案结案标准（公开表格摘录）', '○'] as const
export const unconfirmed = ['云溪区网格案卷办理规则（待确认）', '△'] as const
const quarter = { warning: { share: 0.25 } } as const

/** What every grid case promises; a type lays its own over them. */
export const gridPromises: readonly ServicePromise[] = [
  promise('register', workhours(1), unconfirmed, quarter),
  promise('site-check', workhours(4), unconfirmed, quarter),
  promise('rejection-decision', workhours(2), unconfirmed, quarter),
  promise('dispatch', workhours(1), unconfirmed, quarter),
  promise('sign', workhours(2), unconfirmed, quarter),
  promise('handle', workdays(2), unconfirmed, {
    ...quarter,
    maxExtensions: 1,
    extension: workdays(2),
    pausable: true,
  }),
  promise('rework', workdays(1), unconfirmed, { ...quarter, pausable: true }),
  promise('ruling', workhours(4), unconfirmed, quarter),
  promise('extension-decision', workhours(4), unconfirmed, quarter),
  promise('hold-decision', workdays(1), unconfirmed, quarter),
  promise('hold', days(30), unconfirmed, { warning: { amount: 3, unit: 'day' } }),
  promise('site-verify', workhours(4), unconfirmed, quarter),
  promise('close-decision', workhours(4), unconfirmed, quarter),
  promise('evaluation', workdays(3), unconfirmed),
  promise('alarm', hours(2), unconfirmed, quarter),
  promise('supervise', workdays(1), unconfirmed, quarter),
]
