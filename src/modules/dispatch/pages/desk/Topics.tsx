import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Item, Items, Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type TopicView, topicSorts } from '../../model/topics.ts'
import { Mentions } from './Mentions.tsx'
import { TOPICS } from './reads.ts'
import './topics.css'
import { topicPartWords as parts, topicWords as words } from './words/topics.ts'

const PAGE = 20

/** `/dispatch/topics`: what many speak of, the hottest first. */
export function Topics() {
  const { t } = useTongue()
  const { search } = usePlace()
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Stack>
        <Choices />
        <Mentions opened={search.opened} />
        <Listed />
      </Stack>
    </Page>
  )
}

function Choices() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  return (
    <Row>
      <Select
        label={t(words.sort)}
        value={search.sort ?? 'heat'}
        onChange={(sort) => setSearch({ sort })}
        options={topicSorts.map((value) => ({ value, label: t(words[value]) }))}
      />
      <Select
        label={t(words.shown)}
        value={search.opened ?? 'all'}
        onChange={(opened) => setSearch({ opened: opened === 'all' ? undefined : opened })}
        options={[
          { value: 'all', label: t(words.all) },
          { value: 'no', label: t(words.notOpened) },
          { value: 'yes', label: t(words.opened) },
        ]}
      />
    </Row>
  )
}

function Listed() {
  const { t } = useTongue()
  const { search } = usePlace()
  const query = { sort: search.sort ?? 'heat', opened: search.opened, limit: PAGE }
  const read = useInfiniteQuery<
    { rows: TopicView[]; next: string | null },
    Problem,
    TopicView[],
    unknown[],
    string | undefined
  >({
    queryKey: ['/api/dispatch/topics', query],
    queryFn: ({ pageParam, signal }) =>
      call('GET', withQuery('/api/dispatch/topics', { ...query, after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [TOPICS] },
  })
  if (!read.data)
    return read.error ? (
      <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <LoadingState count={6} />
    )
  if (read.data.length === 0) return <EmptyState icon="check" title={t(words.empty)} text={t(words.emptyText)} />
  return (
    <>
      <Items label={t(words.title)}>
        {read.data.map((topic) => (
          <Listing key={topic.id} topic={topic} />
        ))}
      </Items>
      {read.hasNextPage ? (
        <Row>
          <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
            {t(words.more)}
          </Button>
        </Row>
      ) : null}
    </>
  )
}

function Listing({ topic }: { topic: TopicView }) {
  const { t } = useTongue()
  return (
    <Item title={topic.name} to={`/dispatch/topics/${topic.id}`}>
      <Row>
        <span className="topic-heat">{t(parts.heat(topic.heat))}</span>
        <Soft>{t(parts.line(topic))}</Soft>
        {topic.openedAt ? <span className="case-mark">{t(words.isOpened)}</span> : null}
        {topic.joinedSince > 0 ? <Soft>{t(parts.joined(topic.joinedSince))}</Soft> : null}
      </Row>
    </Item>
  )
}
