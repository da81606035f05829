import { Type } from 'typebox'

/** Grounds on which a report is not registered (不予立案). Practice of 数字城管; the district's to confirm △. */
export const rejectGrounds = [
  'not-found',
  'below-threshold',
  'private',
  'being-handled',
  'not-ours',
  'unclear',
] as const
export type RejectGround = (typeof rejectGrounds)[number]

/** 综合评价: what the centre thinks of how it was handled. */
export const grades = ['good', 'fair', 'poor'] as const
export type Grade = (typeof grades)[number]

export const categoryField = () => Type.String({ minLength: 1, maxLength: 200 })

/** Pictures that must be there: before and after are what a grid case is proved by. */
export const picturesField = () =>
  Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 12, uniqueItems: true })

/** How near to the case whoever verifies must stand, in metres (△). */
export const NEAR_ENOUGH = 200

/** Beneath these two stands every type of the catalogue. */
export const EVENTS = '城市事件'
export const COMPONENTS = '城市部件'
