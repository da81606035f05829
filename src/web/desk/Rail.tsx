import type { StaffMe } from '../../kernel/people/pages/me.ts'
import { Count } from '../../ui/parts/Count.tsx'
import { Go } from '../../ui/parts/Go.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { type RailEntry, railFor, type UseCount } from './navigation.ts'

/** The sections this member of staff may open, each with what waits there. */
export function Rail({ me, onGo }: { me: StaffMe; onGo?: () => void }) {
  const { t } = useTongue()
  const shown = railFor(me)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: following a link by keyboard fires click as well
    <ul className="rail-list" onClick={onGo}>
      {shown.map((entry, at) => (
        <li key={entry.to}>
          {entry.heading && entry.heading !== shown[at - 1]?.heading ? (
            <div className="rail-heading">{t(entry.heading)}</div>
          ) : null}
          <RailLink entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function RailLink({ entry: { to, label, icon, useCount } }: { entry: RailEntry }) {
  const { t } = useTongue()
  const { path } = usePlace()
  return (
    <Go to={to} current={to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)}>
      <Icon name={icon} />
      {t(label)}
      {useCount ? <Waiting useCount={useCount} /> : null}
    </Go>
  )
}

function Waiting({ useCount }: { useCount: UseCount }) {
  const waiting = useCount()
  return waiting === undefined || waiting.value === 0 ? null : (
    <Count value={waiting.value} tone={waiting.tone ?? 'plain'} />
  )
}
