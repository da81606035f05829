import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { CaseScreen } from '../case/CaseScreen.tsx'
import { listWords as words } from '../words/list.ts'

/** A case beside the list it was opened from. */
export function Pane({ id }: { id: string }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  return (
    <section className="case-desk-pane" aria-label={t(words.cases)}>
      <div className="case-pane-head">
        <Go to={`/cases/${id}`}>{t(words.wholePage)}</Go>
        <Button kind="quiet" icon="cross" onPress={() => setSearch({ case: undefined, act: undefined })}>
          {t(words.closePane)}
        </Button>
      </div>
      <CaseScreen key={id} id={id} />
    </section>
  )
}
