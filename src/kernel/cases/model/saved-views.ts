import { type Static, Type } from 'typebox'
import { filters } from './lists.ts'

/** Most views that one person keeps. */
export const VIEWS_AT_MOST = 30

/** What of a list is kept under a name. Words, numbers and telephones somebody searched for are not. */
export const SavedAsked = Type.Pick(
  Type.Object(filters),
  ['view', 'sort', 'stage', 'category', 'unit', 'light', 'channel', 'from', 'to', 'open', 'within'],
  { additionalProperties: false },
)
export type SavedAsked = Readonly<Static<typeof SavedAsked>>

export const ViewName = Type.String({ minLength: 1, maxLength: 20, pattern: '^\\S(.*\\S)?$', title: '名称' })
export const ViewId = Type.String({ pattern: '^view_[0-9a-z]{26}$' })

export const SavedView = Type.Object({ id: ViewId, name: Type.String(), asked: SavedAsked }, { title: 'SavedView' })
export type SavedView = Static<typeof SavedView>

export type SavedViewRefusal = 'no-such-view' | 'view-named-so' | 'too-many-views'
