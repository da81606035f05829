import { useMe } from '../../../../kernel/people/pages/me.ts'
import { useLive } from '../../../../ui/api/live.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Count } from '../../../../ui/parts/Count.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { FollowBox } from './FollowBox.tsx'
import { MoreList } from './MoreList.tsx'
import { OrderItem } from './OrderItem.tsx'
import type { Line } from './shapes.ts'
import { useMore } from './useMore.ts'
import { followingWords as words } from './words/following.ts'

const AT_ONCE = 20
const OFTEN = 60_000

/** Everything one wrote, and the ways to one's notices and account. */
export function Mine() {
  const { t } = useTongue()
  const me = useMe()
  return (
    <Page title={t(words.mine)} acts={<Ways signedIn={me.data?.kind === 'resident'} />}>
      {me.isPending ? (
        <LoadingState count={4} />
      ) : me.data?.kind === 'resident' ? (
        <MyCases />
      ) : me.data === undefined && me.error ? (
        <ErrorState problem={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Visitor />
      )}
    </Page>
  )
}

function Ways({ signedIn }: { signedIn: boolean }) {
  const { t } = useTongue()
  const unread = useRead<{ count: number }>(addresses.unread, { topics: ['me'], when: signedIn, every: OFTEN }).data
  return (
    <Row>
      {signedIn ? (
        <Go to="/notices" look="plain" icon="mail">
          {t(words.notices)}
          {unread && unread.count > 0 ? <Count value={unread.count} tone="warn" /> : null}
        </Go>
      ) : null}
      <Go to="/me" look="plain" icon="person">
        {t(words.account)}
      </Go>
    </Row>
  )
}

function Visitor() {
  const { t } = useTongue()
  return (
    <Stack>
      <EmptyState
        icon="person"
        title={t(words.signInTitle)}
        text={t(words.signInText)}
        action={
          <Go to="/sign-in?next=/mine" look="primary">
            {t(words.signIn)}
          </Go>
        }
      />
      <FollowBox />
    </Stack>
  )
}

function MyCases() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const open = search.show !== 'all'
  const list = useMore<Line>(
    addresses.mine,
    { limit: AT_ONCE, open: open || undefined },
    { topics: ['orders', 'case'], every: OFTEN },
  )
  useNews(list.rows ?? [])
  return (
    <Tabs
      label={t(words.mine)}
      value={open ? 'open' : 'all'}
      onChange={(tab) => setSearch({ show: tab === 'all' ? 'all' : undefined })}
      tabs={[
        { id: 'open', label: t(words.mineOpen) },
        { id: 'all', label: t(words.mineAll) },
      ]}
    >
      <MoreList label={t(words.mine)} list={list} empty={<Nothing open={open} />}>
        {(line) => <OrderItem key={line.id} line={line} />}
      </MoreList>
    </Tabs>
  )
}

/** Most cases whose news is listened for; the others are asked about now and then. */
const MOST_HEARD = 12

function useNews(rows: readonly Line[]): void {
  const open = rows.filter(({ ended }) => !ended).slice(0, MOST_HEARD)
  useLive(open.length === 0 ? ['me'] : open.map(({ id }) => `case/${id}`))
}

function Nothing({ open }: { open: boolean }) {
  const { t } = useTongue()
  return (
    <EmptyState
      title={t(open ? words.noneOpen : words.mineEmpty)}
      text={t(words.mineEmptyText)}
      action={
        <Go to="/write" look="primary" icon="pen">
          {t(words.write)}
        </Go>
      }
    />
  )
}
