import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Item, Page, Row, Soft } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { MoreList } from './MoreList.tsx'
import { useMore } from './useMore.ts'
import { followingWords as words } from './words/following.ts'

type Notice = {
  readonly id: string
  readonly title: Said
  readonly text: Said
  readonly caseId: string | null
  readonly at: Instant
  readonly readAt: Instant | null
}

const AT_ONCE = 20
const OFTEN = 60_000

/** What the city told me, newest first. */
export function Notices() {
  const { t } = useTongue()
  const list = useMore<Notice>(addresses.inbox, { limit: AT_ONCE }, { topics: ['me'], every: OFTEN })
  const read = useAct<{ until: Instant } | { id: string }>(addresses.markRead, { changes: ['me'] })
  const unread = list.rows?.find(({ readAt }) => readAt === null)
  return (
    <Page
      title={t(words.notices)}
      acts={
        unread ? (
          <Button busy={read.busy} onPress={() => read.act({ until: unread.at })}>
            {t(words.allRead)}
          </Button>
        ) : undefined
      }
    >
      <ProblemNotice problem={read.problem} />
      <MoreList
        label={t(words.notices)}
        list={list}
        empty={<EmptyState icon="mail" title={t(words.noNotices)} text={t(words.noNoticesText)} />}
      >
        {(notice) => <NoticeItem key={notice.id} notice={notice} onRead={() => read.act({ id: notice.id })} />}
      </MoreList>
    </Page>
  )
}

function NoticeItem({ notice, onRead }: { notice: Notice; onRead(): void }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const { caseId } = notice
  const isNew = notice.readAt === null
  const open = () => {
    // Whoever opens the case has read the notice about it.
    if (isNew) onRead()
    go(`/mine/${caseId}`)
  }
  return (
    <Item title={t(notice.title)}>
      <span>{t(notice.text)}</span>
      <Row push>
        <Soft>{t(formatInstant(notice.at))}</Soft>
        {isNew ? <Light colour="yellow" label={t(words.unread)} /> : null}
      </Row>
      <Row>
        {caseId === null ? null : <Button onPress={open}>{t(words.openCase)}</Button>}
        {caseId === null && isNew ? <Button onPress={onRead}>{t(words.markRead)}</Button> : null}
      </Row>
    </Item>
  )
}
