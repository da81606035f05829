import type { Day } from '../../../platform/time.ts'
import type { Mark, ServicePromise } from '../model.ts'

/** The invented district's orders can be filed from here on; the oldest messages anybody replays are of 2011. */
export const seedFirstDay: Day = '2011-01-01'

const street = '上海市静安区大宁路街道热线工单办理时限（2019，依沪府办〔2018〕62号）'
const draft = '北京市接诉即办服务规范（2021 年征求意见稿）'
const anqing = '安庆市说“不”提级管理（2 个工作日内答复），四级均分'
const realName = '上海市优化营商环境条例（2024）第三十条：实名差评一个工作日内联系核实'
const rating = '政务服务“好差评”1-5-15 整改做法（公开报道摘录）'
const unconfirmed = '云溪区内定，待确认'

type Rest = Omit<ServicePromise, 'key' | 'term' | 'source' | 'mark' | 'from' | 'until'>

const promise = (key: string, term: ServicePromise['term'], [source, mark]: [string, Mark], rest: Rest = {}) => ({
  key,
  term,
  ...rest,
  source,
  mark,
  from: seedFirstDay,
  until: null,
})

const workdays = (amount: number) => ({ amount, unit: 'workday' }) as const
const workhours = (amount: number) => ({ amount, unit: 'workhour' }) as const
const days = (amount: number) => ({ amount, unit: 'day' }) as const
const hours = (amount: number) => ({ amount, unit: 'hour' }) as const
const dayBefore = { warning: { amount: 1, unit: 'workday' } } as const
const lastQuarter = { warning: { share: 0.25 } } as const
const toBeConfirmed: [string, Mark] = [unconfirmed, '△']

/** What every order promises; a matter overrides by key. Domain dossier, section 14; the marks are as given there. */
export const orderPromises: readonly ServicePromise[] = [
  promise('intake', workhours(4), toBeConfirmed, lastQuarter),
  promise('decline-decision', workhours(4), toBeConfirmed, lastQuarter),
  promise('supplement', workdays(5), toBeConfirmed, dayBefore),
  promise('dispatch', workhours(4), toBeConfirmed, lastQuarter),
  promise('sign', workdays(1), toBeConfirmed, lastQuarter),
  promise('contact', workdays(1), toBeConfirmed, lastQuarter),
  promise('handle', workdays(5), [street, '○'], {
    ...dayBefore,
    maxExtensions: 1,
    extension: workdays(10),
    pausable: true,
  }),
  promise('rework', workdays(3), [street, '○'], { ...dayBefore, pausable: true }),
  promise('ruling', workdays(1), toBeConfirmed, lastQuarter),
  promise('extension-decision', workdays(1), toBeConfirmed, lastQuarter),
  promise('extension', workdays(10), [street, '○'], dayBefore),
  promise('hold-decision', workdays(2), toBeConfirmed, lastQuarter),
  promise('hold', days(30), toBeConfirmed, { warning: { amount: 3, unit: 'day' } }),
  promise('refusal-level', workhours(4), [anqing, '○'], lastQuarter),
  promise('refusal-answer', workdays(2), [anqing, '○'], lastQuarter),
  promise('reply-review', workdays(1), toBeConfirmed, lastQuarter),
  promise('verify', workdays(3), [street, '○'], dayBefore),
  promise('visit', workdays(3), [street, '○'], dayBefore),
  promise('objection', days(7), toBeConfirmed),
  promise('reopen-decision', workdays(1), toBeConfirmed, lastQuarter),
  promise('alarm', hours(2), [draft, '○'], lastQuarter),
  promise('supervise', workdays(3), [street, '○'], dayBefore),
  promise('rectify-contact', workdays(1), [realName, '●'], {
    ...lastQuarter,
    legal: { term: workdays(1), basis: realName },
  }),
  promise('rectify', workdays(5), [rating, '○'], { ...dayBefore, maxExtensions: 1, extension: workdays(10) }),
]

/** How fast the city owes it: what differs from `orderPromises`. */
export type Pace = 'consult' | 'general' | 'complex' | 'utility' | 'urgent'

export const pacePromises = {
  general: [],
  consult: [
    promise('handle', workdays(1), [street, '○'], { ...lastQuarter, maxExtensions: 1, extension: workdays(4) }),
  ],
  complex: [
    promise('handle', workdays(15), [street, '○'], {
      warning: { amount: 3, unit: 'workday' },
      maxExtensions: 1,
      extension: workdays(15),
      pausable: true,
    }),
    promise('rectify', workdays(15), [rating, '○'], dayBefore),
  ],
  utility: [
    promise('intake', hours(1), toBeConfirmed, lastQuarter),
    promise('dispatch', hours(1), toBeConfirmed, lastQuarter),
    promise('sign', hours(2), toBeConfirmed, lastQuarter),
    promise('contact', hours(4), toBeConfirmed, lastQuarter),
    promise('handle', hours(24), [draft, '○'], {
      ...lastQuarter,
      maxExtensions: 1,
      extension: hours(48),
      pausable: true,
    }),
  ],
  urgent: [
    promise('intake', hours(0.25), toBeConfirmed, lastQuarter),
    promise('dispatch', hours(0.25), toBeConfirmed, lastQuarter),
    promise('sign', hours(0.5), toBeConfirmed, lastQuarter),
    promise('contact', hours(1), toBeConfirmed, lastQuarter),
    promise('handle', hours(2), [draft, '○'], {
      ...lastQuarter,
      maxExtensions: 1,
      extension: hours(22),
      pausable: true,
    }),
  ],
} as const satisfies Record<Pace, readonly ServicePromise[]>
