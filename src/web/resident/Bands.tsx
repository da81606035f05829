import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Said } from '../../platform/words.ts'
import { about } from '../../ui/api/acts.ts'
import { useNewerBuild } from '../../ui/offline.ts'
import { useOnline } from '../../ui/online.ts'
import type { Posting } from '../../ui/outbox/model.ts'
import { useOutbox } from '../../ui/outbox/outbox.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { Go } from '../../ui/parts/Go.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { residentWords as words } from './words.ts'

/** What somebody must know wherever he is: no line, something waits, a newer build. Above the tabs, so that nothing jumps. */
export function Bands() {
  const { t } = useTongue()
  const online = useOnline()
  const newer = useNewerBuild()
  const box = useOutbox()
  useNewsOf(box)
  return (
    <div className="bands" role="status">
      {online ? null : (
        <div className="band" data-tone="warn">
          <Icon name="offline" />
          <span>{t(words.noLine)}</span>
        </div>
      )}
      <BoxBand box={box} />
      {newer ? (
        <div className="band" data-tone="info">
          <span>{t(words.newer)}</span>
          <Button onPress={() => location.reload()}>{t(words.renew)}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** The most pressing of what is in the box: refused, then arrived and not seen yet, then waiting. */
function BoxBand({ box }: { box: readonly Posting[] }) {
  const { t } = useTongue()
  const { path } = usePlace()
  const state = (['refused', 'arrived', 'waiting'] as const).find((one) => box.some((posting) => posting.state === one))
  if (state === undefined || path === '/waiting') return null
  const many = box.filter((posting) => posting.state === state).length
  return (
    <div className="band" data-tone={state === 'refused' ? 'bad' : state === 'arrived' ? 'good' : 'warn'}>
      <span>{t(bandWords[state](many))}</span>
      <Go to="/waiting" look="plain">
        {t(words.boxLook)}
      </Go>
    </div>
  )
}

const bandWords: Readonly<Record<Posting['state'], (many: number) => Said>> = {
  waiting: words.boxWaiting,
  arrived: words.boxArrived,
  refused: words.boxRefused,
}

/** What went out by itself changes the lists that are open. */
function useNewsOf(box: readonly Posting[]): void {
  const client = useQueryClient()
  const gone = box.filter(({ state }) => state === 'arrived').length
  // The box is emptied outside React, by a worker even.
  useEffect(() => {
    if (gone > 0) void client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, ['orders']) })
  }, [client, gone])
}
