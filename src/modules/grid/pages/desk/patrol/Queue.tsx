import type { StaffMe } from '../../../../../kernel/people/pages/me.ts'
import { useOnline } from '../../../../../ui/online.ts'
import { type Posting, refusedFile, withoutFile } from '../../../../../ui/outbox/model.ts'
import { leave, sendNow, takeOut, useOutbox } from '../../../../../ui/outbox/outbox.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { Item, Items, Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { patrolWords as words } from '../words/patrol.ts'
import { REPORTS } from './useReport.ts'

/** What this person has reported from this device: on its way, arrived, or not taken. */
export const useMyReports = (me: Pick<StaffMe, 'id'>): readonly Posting[] =>
  useOutbox().filter(({ owner, url }) => owner === me.id && url === REPORTS)

const stateWords = {
  waiting: words.queueWaiting,
  arrived: words.queueArrived,
  refused: words.queueRefused,
} as const satisfies Record<Posting['state'], unknown>

export function Queue({ reports }: { reports: readonly Posting[] }) {
  const { t } = useTongue()
  const online = useOnline()
  return (
    <>
      {online ? null : (
        <p className="patrol-offline" role="status">
          <Icon name="offline" /> {t(words.offline)}
        </p>
      )}
      <Postings title={t(words.queue)} reports={reports.filter(({ state }) => state !== 'arrived')} />
      <Postings title={t(words.queueArrived)} reports={reports.filter(({ state }) => state === 'arrived')} />
    </>
  )
}

function Postings({ title, reports }: { title: string; reports: readonly Posting[] }) {
  const { t } = useTongue()
  if (reports.length === 0) return null
  return (
    <Sheet title={title}>
      <Items label={title}>
        {reports.map((posting) => (
          <Item key={posting.id} title={posting.label}>
            <Row push>
              <span role="status">
                <Soft>
                  {t(stateWords[posting.state])}
                  {posting.state === 'arrived' ? ` ${numberIn(posting.answer)}` : ''}
                  {posting.why ? `：${t(posting.why)}` : ''}
                </Soft>
              </span>
              <Handling posting={posting} />
            </Row>
          </Item>
        ))}
      </Items>
    </Sheet>
  )
}

/**
 * What was not taken may be tried again as it is, under the same key: it cannot become two. A file that was refused is
 * refused for ever; without it the report may go, unless it is the only picture.
 */
function Handling({ posting }: { posting: Posting }) {
  const { t } = useTongue()
  if (posting.state === 'arrived')
    return (
      <Button kind="quiet" onPress={() => void takeOut(posting.id)}>
        {t(words.hide)}
      </Button>
    )
  if (posting.state === 'waiting')
    return (
      <Button kind="quiet" onPress={() => void sendNow()}>
        {t(words.tryAgain)}
      </Button>
    )
  const file = refusedFile(posting)
  return (
    <span className="row">
      {file === null ? (
        <Button onPress={() => void leave({ ...posting, state: 'waiting', why: null })}>{t(words.tryAgain)}</Button>
      ) : posting.files.length > 1 ? (
        <Button icon="cross" onPress={() => void leave(withoutFile(posting, file.key))}>
          {t(words.withoutFile(file.name))}
        </Button>
      ) : (
        <Soft>{t(words.onlyFile(file.name))}</Soft>
      )}
      <Button kind="quiet" onPress={() => void takeOut(posting.id)}>
        {t(words.drop)}
      </Button>
    </span>
  )
}

const numberIn = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'number' in answer ? String(answer.number) : ''
