import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Item } from '../../../../ui/parts/layout.tsx'
import { type StarCount, StarsGiven } from '../../../../ui/parts/Stars.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { colourOf } from './lights.ts'
import './resident.css'
import type { Line } from './shapes.ts'
import { followingWords as words } from './words/following.ts'

/** One of my cases in a list: what it is, where it stands, by when. */
export function OrderItem({ line }: { line: Line }) {
  const { t } = useTongue()
  return (
    <Item title={line.title ?? t(line.matterName)} to={`/mine/${line.id}`}>
      <span className="order-line">
        {line.yourTurn ? <Light colour="yellow" label={t(words.yourTurn)} /> : null}
        <Light colour={line.ended ? 'off' : colourOf(line.light)} label={t(line.stageLabel)} look="plain" />
        {line.stars === null ? null : <StarsGiven value={line.stars as StarCount} />}
      </span>
      <span className="order-line">
        <span>{line.number}</span>
        <span>
          {line.due !== null && !line.ended
            ? `${t(words.due)} ${t(formatInstant(line.due as Instant))}`
            : `${t(words.filed)} ${t(formatInstant(line.filedAt as Instant))}`}
        </span>
      </span>
    </Item>
  )
}
