import type { PaperView } from '../../../../kernel/documents/model/views.ts'
import { PaperOrNot, PrintButton } from '../../../../kernel/documents/pages/Paper.tsx'
import { documentTitles } from '../../../../kernel/documents/pages/words/titles.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page } from '../../../../ui/parts/layout.tsx'
import { Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { shownAtDoor } from './case/move.ts'
import { codeFor } from './follow-codes.ts'
import { documentWords as words } from './words/documents.ts'

/** `/documents/$case/$document`: a document of one's own, or of a case whose code was kept on this device. */
export function DocumentPage() {
  const { t } = useTongue()
  const { params, search } = usePlace()
  const { case: id = '', document = '' } = params
  const { number } = search
  const code = number === undefined ? undefined : codeFor(number)
  const visitor = number !== undefined && code !== undefined ? { number, code } : undefined
  const read = useRead<PaperView>(addresses.document(id, document), { headers: shownAtDoor(visitor) })
  const acts = (
    <div className="no-print row">
      <Go look="quiet" to={number === undefined ? `/mine/${id}` : withQuery('/follow', { number })}>
        {t(words.back)}
      </Go>
      <PrintButton />
    </div>
  )
  return (
    <div className="paper-page">
      <Page title={t(documentTitles.one)} lead={t(words.lead)} acts={acts} wide>
        <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
          {(paper) => <PaperOrNot paper={paper} />}
        </Loaded>
      </Page>
    </div>
  )
}
