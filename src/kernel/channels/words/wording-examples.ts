import type { NoticeParams, ParamName } from '../model/notices.ts'

/** Values a wording is shown with as long as no notice was given by it; the code is never a real one. */
export const exampleParams = {
  number: '20260302000123',
  code: '••••••',
  matter: '路灯不亮',
  unit: '区城市管理局',
  level: '一级督办',
  name: '云溪区平台',
  days: 5,
  due: '2026-03-09T15:59:59.999Z',
  until: '2026-03-04T09:00:00.000Z',
} as const satisfies Record<ParamName, NoticeParams[string]>
