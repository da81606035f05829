import { formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { withQuery } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Deadline } from '../../../../../ui/parts/Deadline.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { Filed } from '../shapes.ts'
import { filedWords as words, writingWords } from '../words/writing.ts'
import { CopyButton, Digits } from './Digits.tsx'
import './write.css'

/** Number and code in large figures, to be taken along, and what happens now. */
export function FiledPage({ filed, onAnother }: { filed: Filed; onAnother(): void }) {
  const { t } = useTongue()
  const { id, number, code } = filed
  const follow = id === null ? withQuery('/follow', { number }) : `/mine/${id}`
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Sheet>
        <Digits label={t(words.number)} digits={number} />
        <Digits label={t(words.code)} digits={code} />
        <Notice tone="warn">{t(words.onceOnly)}</Notice>
        <div className="write-no-print">
          <Row>
            <CopyButton number={number} code={code} />
            <Button onPress={() => window.print()}>{t(words.print)}</Button>
          </Row>
        </div>
      </Sheet>
      <Sheet>
        <Facts
          facts={[
            { label: t(words.matter), value: t(filed.matter) },
            { label: t(words.stage), value: t(filed.stageLabel) },
          ]}
        />
        {filed.due ? (
          <Deadline
            due={filed.due as Instant}
            text={t(formatInstant(filed.due as Instant))}
            light="green"
            label={t(writingWords.hearBy)}
            explanation={filed.explained ? t(filed.explained) : undefined}
          />
        ) : null}
        <h2>{t(words.next)}</h2>
        <ol className="write-next">
          {[words.next1, words.next2, words.next3, words.next4].map((step) => (
            <li key={step.en}>{t(step)}</li>
          ))}
        </ol>
        <div className="write-no-print">
          <Row>
            <Go to={follow} look="primary">
              {t(words.look)}
            </Go>
            <Button onPress={onAnother}>{t(words.another)}</Button>
          </Row>
        </div>
      </Sheet>
    </Page>
  )
}
