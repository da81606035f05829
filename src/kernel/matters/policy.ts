import type { StaffWho } from '../organisations/model.ts'
import { hasRight } from '../organisations/policy.ts'
import type { MatterStatus } from './model.ts'

/** Button rights over the catalogue. Reading it is everybody's on the staff. */
export const EDIT_RIGHT = 'matters.edit'
export const PUBLISH_RIGHT = 'matters.publish'

/** Where a matter stands, in so far as it decides what may be done with it. */
export type Stands = { readonly status: MatterStatus; readonly hasDraft: boolean }

/** Who may do what with a matter; the editor draws exactly these buttons. */
export const may = {
  edit: (who) => hasRight(who, EDIT_RIGHT),
  'drop-draft': (who, { hasDraft }) => hasDraft && hasRight(who, EDIT_RIGHT),
  publish: (who, { hasDraft }) => hasDraft && hasRight(who, PUBLISH_RIGHT),
  retire: (who, { status }) => status === 'published' && hasRight(who, PUBLISH_RIGHT),
} as const satisfies Record<string, (who: StaffWho, matter: Stands) => boolean>

export type MatterAction = keyof typeof may

export const permitted = (who: StaffWho, matter: Stands): MatterAction[] =>
  (Object.keys(may) as MatterAction[]).filter((action) => may[action](who, matter))
