import { useQueryClient } from '@tanstack/react-query'
import { Dropdown, type MenuProps } from 'antd'
import type { StaffMe } from '../../kernel/people/pages/me.ts'
import { formatInstant } from '../../kernel/worktime/rules.ts'
import { useAct } from '../../ui/api/acts.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { useToast } from '../../ui/parts/Toast.tsx'
import { useTongue } from '../../ui/tongue.tsx'
import { useCityNow } from '../city.ts'
import { deskWords as words } from './words.ts'

const turns = [
  { hours: 1, label: words.turnHour },
  { hours: 24, label: words.turnDay },
  { hours: 7 * 24, label: words.turnWeek },
]

/** The clock of the invented town; whoever may, turns it on and sees what falls due. */
export function DemoClock({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  const client = useQueryClient()
  const say = useToast()
  const now = useCityNow(30_000)
  const turn = useAct<{ hours: number }>('/api/city/clock', {
    onDone: () => {
      say(t(words.turned))
      void client.invalidateQueries()
    },
  })
  const items: MenuProps['items'] = [
    { type: 'group', label: t(formatInstant(now)), children: [] },
    ...turns.map(({ hours, label }) => ({ key: hours, label: t(label), onClick: () => turn.act({ hours }) })),
  ]
  if (!me.rights.includes('city.clock')) return <span className="desk-demo">{t(words.demo)}</span>
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <span className="desk-clock">
        <Button kind="quiet" icon="clock" busy={turn.busy}>
          <span>{t(words.demo)}</span>
          <span className="unseen">{t(words.turnClock)}</span>
        </Button>
      </span>
    </Dropdown>
  )
}
