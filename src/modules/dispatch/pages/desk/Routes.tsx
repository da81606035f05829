import type { RouteView } from '../../../../kernel/cases/model/views.ts'
import { Route } from '../../../../kernel/cases/pages/desk/case/Proposal.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { boardWords as words } from './words/board.ts'

type Props = { best: readonly RouteView[]; chosen: number; onChoose(at: number): void }

/** The best three as a choice of one, numbered like their keys. */
export function Routes({ best, chosen, onChoose }: Props) {
  const { t } = useTongue()
  return (
    <fieldset className="board-routes">
      <legend className="unseen">{t(words.routes)}</legend>
      {best.map((route, at) => (
        <label key={route.category} className="board-route" data-chosen={at === chosen}>
          <input type="radio" name="route" checked={at === chosen} onChange={() => onChoose(at)} />
          <span className="board-route-key" aria-hidden="true">
            {at + 1}
          </span>
          <span>
            <strong>{route.unitName}</strong>
            <Route route={route} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
