import { useRead } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page } from '../../../../ui/parts/layout.tsx'
import { Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PaperView } from '../../../documents/model/views.ts'
import { PaperOrNot, PrintButton } from '../../../documents/pages/Paper.tsx'
import { paperWords } from '../../../documents/pages/words/paper.ts'
import { documentsAt } from './documents/CaseDocuments.tsx'
import { documentWords as words } from './words/documents.ts'

/** `/cases/$case/documents/$document`: a document as it was issued, to be read and printed. */
export function DocumentPage() {
  const { t } = useTongue()
  const { case: id = '', document = '' } = usePlace().params
  const read = useRead<PaperView>(`${documentsAt(id)}/${document}`, { topics: [`case/${id}`] })
  const acts = (
    <div className="no-print row">
      <Go to={`/cases/${id}`}>{t(paperWords.back)}</Go>
      <PrintButton />
    </div>
  )
  return (
    <div className="paper-page">
      <Page title={t(words.page)} wide acts={acts}>
        <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
          {(paper) => <PaperOrNot paper={paper} />}
        </Loaded>
      </Page>
    </div>
  )
}
