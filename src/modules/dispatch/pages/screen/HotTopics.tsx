import type { Page } from '../../../../platform/http/paging.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { TopicView } from '../../model/topics.ts'
import './hot-topics.css'
import { topicBoardWords as words } from './words.ts'

const EVERY = 60_000

/** What many speak of, the hottest first; each opens on the desk, where it can be taken up. */
export function HotTopics() {
  const { t, count } = useTongue()
  const read = useRead<Page<TopicView>>('/api/dispatch/topics?limit=8', { topics: ['screen'], every: EVERY })
  return (
    <Loaded
      read={read}
      empty={{
        when: ({ rows }) => rows.length === 0,
        show: <EmptyState icon="check" title={t(words.none)} text={t(words.noneText)} />,
      }}
    >
      {({ rows }) => (
        <ol className="hot-topics">
          {rows.map(({ id, name, people, openedAt }) => (
            <li key={id}>
              <a href={`${location.origin}/desk/dispatch/topics/${id}`}>
                <span className="hot-topic-name">{name}</span>
                <strong>{t(words.people(count(people)))}</strong>
                {openedAt ? <span className="hot-topic-opened">{t(words.opened)}</span> : null}
              </a>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}
