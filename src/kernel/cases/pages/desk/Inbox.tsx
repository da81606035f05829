import { useInfiniteQuery } from '@tanstack/react-query'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Item, Items, Page, Row, Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { formatInstant } from '../../../worktime/rules.ts'
import { INBOX } from './unread.ts'
import { inboxWords as words } from './words/entry.ts'
import { listWords } from './words/list.ts'

type Notice = {
  readonly id: string
  readonly title: Said
  readonly text: Said
  readonly caseId: string | null
  readonly number: string | null
  readonly forUnit: string | null
  readonly at: Instant
  readonly readAt: string | null
}
type Rows = { readonly rows: readonly Notice[]; readonly next: string | null }

const useNotices = (unread: string | undefined) =>
  useInfiniteQuery<Rows, Problem, Notice[], (string | undefined)[], string | undefined>({
    queryKey: ['/api/channels/inbox', unread],
    queryFn: ({ pageParam, signal }) =>
      call<Rows>('GET', withQuery('/api/channels/inbox', { unread, after: pageParam, limit: 30 }), undefined, {
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [INBOX] },
  })

/** `/inbox`: what I and my units were told. */
export function Inbox() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const notices = useNotices(search.unread)
  const allRead = useAct<{ until: string }>('/api/channels/inbox/read', { changes: [INBOX] })
  const newest = notices.data?.[0]
  return (
    <Page
      title={t(words.title)}
      acts={
        <Row>
          <Button
            pressed={search.unread === 'true'}
            onPress={() => setSearch({ unread: search.unread ? undefined : 'true' })}
          >
            {t(words.unread)}
          </Button>
          {newest ? (
            <Button busy={allRead.busy} onPress={() => allRead.act({ until: newest.at })}>
              {t(words.allRead)}
            </Button>
          ) : null}
        </Row>
      }
    >
      <Told notices={notices} />
    </Page>
  )
}

function Told({ notices }: { notices: ReturnType<typeof useNotices> }) {
  const { t } = useTongue()
  const { data, error } = notices
  if (!data) return error ? <ErrorState problem={error} onRetry={() => void notices.refetch()} /> : <LoadingState />
  if (data.length === 0) return <EmptyState title={t(words.none)} />
  return (
    <>
      <Items label={t(words.title)}>
        {data.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </Items>
      {notices.hasNextPage ? (
        <Button busy={notices.isFetchingNextPage} onPress={() => void notices.fetchNextPage()}>
          {t(listWords.more)}
        </Button>
      ) : null}
    </>
  )
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { t } = useTongue()
  const read = useAct<{ id: string }>('/api/channels/inbox/read', { changes: [INBOX] })
  const { id, title, text, caseId, number, forUnit, at, readAt } = notice
  return (
    <Item title={t(title)}>
      <span>{t(text)}</span>
      <Row>
        <Soft>
          {t(formatInstant(at))}
          {forUnit ? ` · ${t(words.forUnit)}` : ''}
        </Soft>
        {caseId ? (
          <Go to={`/cases/${caseId}`}>
            {t(words.open)} {number}
          </Go>
        ) : null}
        {readAt === null ? (
          <>
            <Light colour="yellow" label={t(words.isNew)} look="plain" />
            <Button kind="quiet" busy={read.busy} onPress={() => read.act({ id })}>
              {t(words.read)}
            </Button>
          </>
        ) : null}
      </Row>
    </Item>
  )
}
