import { problem } from '../../../ui/api/problem.ts'
import { Go } from '../../../ui/parts/Go.tsx'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { EmptyState, ErrorState, ForbiddenState, LoadingState } from '../../../ui/parts/states.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { uiWords } from '../../../ui/words.ts'
import { galleryWords as words } from '../words.ts'

const again = () => undefined
const fields = [{ in: 'body', pointer: '/phone', ...words.phoneError }]

export function States() {
  const { t } = useTongue()
  return (
    <>
      <Sheet title={t(words.states)}>
        <EmptyState
          text={t(words.emptyText)}
          action={
            <Go to="#write" look="primary">
              {t(words.emptyAct)}
            </Go>
          }
        />
        <ErrorState problem={problem('failed', uiWords.failed, { id: 'req-5t2k' })} onRetry={again} />
        <ErrorState problem={problem('offline', uiWords.offline)} onRetry={again} />
        <ErrorState problem={problem('missing', uiWords.missing)} />
        <ForbiddenState />
      </Sheet>
      <Sheet>
        <Notice title={t(words.noticeInfo)} onClose={again}>
          {t(words.noticeText)}
        </Notice>
        <Notice tone="good" title={t(words.noticeGood)} />
        <Notice tone="warn" title={t(words.noticeWarn)}>
          {t(words.caseTitle)}
        </Notice>
        <Notice tone="bad" title={t(words.noticeBad)}>
          {t(uiWords.offline)}
        </Notice>
        <ProblemNotice problem={problem('malformed', uiWords.malformed, { fields })} />
        <LoadingState shape="text" />
        <LoadingState shape="list" count={2} />
        <LoadingState shape="figures" />
      </Sheet>
    </>
  )
}
