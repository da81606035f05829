import { Type } from 'typebox'

/** Grounds on which an order is not taken on but shown the right door. Source: 北京市接诉即办工作条例 第十一条 (local law, editable here as practice). */
export const declineGrounds = [
  'emergency',
  'litigation',
  'petition-channel',
  'reconsideration',
  'discipline',
  'disclosure',
  'same-matter',
  'outside-remit',
  'secret',
  'unlawful',
] as const
export type DeclineGround = (typeof declineGrounds)[number]

/** Four-office triage (四办): 该办坚决办, 能办马上办, 难办设法办, 合办协办. */
export const triages = ['must', 'can', 'hard', 'joint'] as const
export type Triage = (typeof triages)[number]

/** 实际解决, 解释说明, 无法解决: kept apart for ever. */
export const outcomes = ['solved', 'explained', 'unsolved'] as const
export type Outcome = (typeof outcomes)[number]

export const categoryField = () => Type.String({ minLength: 1, maxLength: 200 })

/** The matter under which joint tasks (协办) are filed. */
export const ASSIST_MATTER = 'matter_assist' as const
