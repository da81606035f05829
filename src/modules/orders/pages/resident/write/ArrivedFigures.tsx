import { withQuery } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { keepCode } from '../follow-codes.ts'
import type { Filed } from '../shapes.ts'
import { waitingWords } from '../words/waiting.ts'
import { filedWords as words } from '../words/writing.ts'
import { CopyButton, Digits } from './Digits.tsx'

/** Number and code of a message that went out by itself; they stay until their reader says that he has them. */
export function ArrivedFigures({ filed, onSeen }: { filed: Filed; onSeen(): void }) {
  const { t } = useTongue()
  const { id, number, code } = filed
  if (id === null) keepCode(number, code)
  return (
    <>
      <Digits label={t(words.number)} digits={number} />
      <Digits label={t(words.code)} digits={code} />
      <Notice tone="warn">{t(words.onceOnly)}</Notice>
      <Row>
        <CopyButton number={number} code={code} />
        <Go to={id === null ? withQuery('/follow', { number }) : `/mine/${id}`} look="plain">
          {t(words.look)}
        </Go>
        <Button kind="quiet" onPress={onSeen}>
          {t(waitingWords.seen)}
        </Button>
      </Row>
    </>
  )
}
