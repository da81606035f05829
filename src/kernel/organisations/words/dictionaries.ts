import { type Said, said } from '../../../platform/words.ts'
import type { DictionaryId } from '../model.ts'

/** What each dictionary is called and where it is picked from. */
export const dictionaryNames = {
  'dict_leave-reasons': said('请假事由', 'Reasons for a leave'),
  'dict_lock-reasons': said('停用账号原因', 'Reasons to lock an account'),
} as const satisfies Record<DictionaryId, Said>

export const dictionaryUses = {
  'dict_leave-reasons': said('安排请假时选择', 'Picked when a leave is arranged'),
  'dict_lock-reasons': said('停用账号时选择', 'Picked when an account is locked'),
} as const satisfies Record<DictionaryId, Said>

/** With what a new district begins, △ each its own to change. */
export const firstEntries = {
  'dict_leave-reasons': {
    annual: said('年休假', 'Annual leave'),
    sick: said('病假', 'Sick leave'),
    personal: said('事假', 'Personal leave'),
    training: said('外出培训', 'Training elsewhere'),
    errand: said('出差', 'Travel on duty'),
  },
  'dict_lock-reasons': {
    away: said('长期离岗', 'Away for long'),
    safety: said('账号安全', 'Safety of the account'),
    inquiry: said('配合核查', 'Under inquiry'),
  },
} as const satisfies Record<DictionaryId, Readonly<Record<string, Said>>>
