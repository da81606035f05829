import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Ground } from '../../module.ts'
import type { SavedAsked, SavedView, SavedViewRefusal } from '../model/saved-views.ts'
import { whyNotKeep, whyNotOrder, whyNotRename } from '../rules/saved-views.ts'
import {
  addSavedView,
  changeSavedView,
  type Keeper,
  orderSavedViews,
  removeSavedView,
  savedViewsOf,
} from '../store/saved-views.ts'

type Outcome = { readonly ok: true; readonly rows: SavedView[] } | Refused
type Named = { readonly name: string; readonly asked: SavedAsked }

const no = (refusal: SavedViewRefusal): Refused => refused(refusal, refusal === 'no-such-view' ? 404 : 409)

/** Keeps the filters of a list under a name. */
export const keepView = ({ db, clock }: Ground, keeper: Keeper, { name, asked }: Named): Promise<Outcome> =>
  db.transaction(async (tx) => {
    const refusal = whyNotKeep(await savedViewsOf(tx, keeper), name)
    if (refusal) return no(refusal)
    const at = clock.now()
    await addSavedView(tx, keeper, { id: `view_${sortableId(at)}`, name, asked }, at)
    return { ok: true, rows: await savedViewsOf(tx, keeper) }
  })

/** Gives a view another name, other filters, or both. */
export const changeView = ({ db, clock }: Ground, keeper: Keeper, view: SavedView): Promise<Outcome> =>
  db.transaction(async (tx) => {
    const refusal = whyNotRename(await savedViewsOf(tx, keeper), view.id, view.name)
    if (refusal) return no(refusal)
    await changeSavedView(tx, keeper, view, clock.now())
    return { ok: true, rows: await savedViewsOf(tx, keeper) }
  })

/** Lets a view go. */
export const dropView = ({ db }: Ground, keeper: Keeper, id: string): Promise<Outcome> =>
  db.transaction(async (tx) => {
    if (!(await savedViewsOf(tx, keeper)).some((one) => one.id === id)) return no('no-such-view')
    await removeSavedView(tx, keeper, id)
    return { ok: true, rows: await savedViewsOf(tx, keeper) }
  })

/** Puts all his views into another order. */
export const orderViews = ({ db }: Ground, keeper: Keeper, ids: readonly string[]): Promise<Outcome> =>
  db.transaction(async (tx) => {
    const refusal = whyNotOrder(await savedViewsOf(tx, keeper), ids)
    if (refusal) return no(refusal)
    await orderSavedViews(tx, keeper, ids)
    return { ok: true, rows: await savedViewsOf(tx, keeper) }
  })
