import { Go } from '../../../../ui/parts/Go.tsx'
import { Page } from '../../../../ui/parts/layout.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { CaseScreen } from './case/CaseScreen.tsx'
import { caseWords as words } from './words/case.ts'

/** `/cases/:id`: one case, alone on the screen. */
export function CasePage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const id = params.case ?? ''
  return (
    <Page title={t(words.title)} wide acts={<Go to="/">{t(words.back)}</Go>}>
      <CaseScreen key={id} id={id} />
    </Page>
  )
}
