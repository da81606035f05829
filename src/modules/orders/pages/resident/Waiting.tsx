import { useState } from 'react'
import { useMe } from '../../../../kernel/people/pages/me.ts'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { keep, kept } from '../../../../ui/kept.ts'
import { useOnline } from '../../../../ui/online.ts'
import { mayBeChanged, type Posting } from '../../../../ui/outbox/model.ts'
import { sendNow, takeOut, useOutbox } from '../../../../ui/outbox/outbox.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Page, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { waitingWords as words } from './words/waiting.ts'
import { ArrivedFigures } from './write/ArrivedFigures.tsx'
import { filedOf, isFor } from './write/posting.ts'

/** What was written without a line: what waits, what has arrived, and what was refused and why. */
export function Waiting() {
  const { t } = useTongue()
  const me = useMe().data?.id ?? null
  const all = useOutbox()
  const mine = all.filter((posting) => isFor(posting, me))
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {mine.length === 0 ? (
        <EmptyState
          icon="check"
          title={t(words.none)}
          text={t(words.noneText)}
          action={
            <Go to="/write" look="primary" icon="pen">
              {t(words.write)}
            </Go>
          }
        />
      ) : (
        <Stack>
          {mine.map((posting) => (
            <OneWaiting key={posting.id} posting={posting} />
          ))}
        </Stack>
      )}
      {mine.length < all.length ? <Notice>{t(words.others)}</Notice> : null}
    </Page>
  )
}

const colours: Readonly<Record<Posting['state'], LightColour>> = { waiting: 'yellow', arrived: 'green', refused: 'red' }

function OneWaiting({ posting }: { posting: Posting }) {
  const { t } = useTongue()
  const { label, state, mayHaveArrived, why, at } = posting
  const filed = filedOf(posting)
  const said = state === 'waiting' && mayHaveArrived ? words.tried : words[state]
  return (
    <Sheet title={label}>
      <Row>
        <Light colour={colours[state]} label={t(said)} />
        <Soft>
          {t(words.writtenAt)} {t(formatInstant(at as Instant))}
        </Soft>
      </Row>
      {why ? <Notice tone="bad" title={t(why)} spoken /> : null}
      {filed ? <ArrivedFigures filed={filed} onSeen={() => void takeOut(posting.id)} /> : <Unsent posting={posting} />}
    </Sheet>
  )
}

function Unsent({ posting }: { posting: Posting }) {
  const { t } = useTongue()
  const online = useOnline()
  const { go } = usePlace()
  const [dropping, setDropping] = useState(false)
  const { mayHaveArrived, state, files } = posting
  const isBlocked = kept('draft.write') !== undefined
  const mend = async () => {
    keep('draft.write', posting.draft)
    await takeOut(posting.id)
    go('/write')
  }
  return (
    <>
      {files.some(({ hash }) => hash === null) && mayBeChanged(posting) ? <Soft>{t(words.photosAgain)}</Soft> : null}
      <Row>
        {state === 'waiting' ? (
          <Button kind="primary" blocked={online ? undefined : t(words.noLine)} onPress={() => void sendNow()}>
            {t(words.sendNow)}
          </Button>
        ) : null}
        {mayBeChanged(posting) ? (
          <Button icon="pen" blocked={isBlocked ? t(words.draftFirst) : undefined} onPress={() => void mend()}>
            {t(words.mend)}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={() => setDropping(true)}>
          {t(words.drop)}
        </Button>
      </Row>
      <Confirm
        open={dropping}
        title={t(words.dropTitle)}
        act={t(words.drop)}
        danger
        onClose={() => setDropping(false)}
        onAct={() => void takeOut(posting.id)}
      >
        <p>{t(mayHaveArrived ? words.dropSure : words.dropText)}</p>
      </Confirm>
    </>
  )
}
