import { useState } from 'react'
import { useAct } from '../../../../../ui/api/acts.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../../ui/parts/Dialog.tsx'
import { Row, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { SavedView } from '../../../model/saved-views.ts'
import { savedWords as words } from '../words/saved.ts'
import { moved, SAVED } from './saved.ts'

type Props = { open: boolean; saved: readonly SavedView[]; onClose(): void }

/** Names, order and removal of my views. */
export function ArrangeViews({ open, saved, onClose }: Props) {
  const { t } = useTongue()
  const order = useAct<object>(`${SAVED}/order`, { method: 'PUT', changes: [SAVED] })
  const ids = saved.map(({ id }) => id)
  return (
    <Dialog open={open} title={t(words.manage)} onClose={onClose}>
      <ProblemNotice problem={order.problem} />
      {saved.length === 0 ? <Soft>{t(words.none)}</Soft> : null}
      <Stack>
        {saved.map((view, at) => (
          <OneView
            key={`${view.id} ${view.name}`}
            view={view}
            isFirst={at === 0}
            isLast={at === saved.length - 1}
            onMove={(by) => order.act({ ids: moved(ids, at, by) })}
          />
        ))}
      </Stack>
    </Dialog>
  )
}

type OneProps = { view: SavedView; isFirst: boolean; isLast: boolean; onMove(by: 1 | -1): void }

function OneView({ view, isFirst, isLast, onMove }: OneProps) {
  const { t } = useTongue()
  const say = useToast()
  const [name, setName] = useState(view.name)
  const url = `${SAVED}/${view.id}`
  const change = useAct<object>(url, { method: 'PUT', changes: [SAVED], onDone: () => say(t(words.changed)) })
  const drop = useAct<undefined>(url, { method: 'DELETE', changes: [SAVED], onDone: () => say(t(words.dropped)) })
  return (
    <fieldset className="case-view" aria-label={view.name}>
      <TextField label={t(words.name)} value={name} onChange={setName} max={20} />
      <ProblemNotice problem={change.problem ?? drop.problem} />
      <Row>
        {name.trim() !== '' && name.trim() !== view.name ? (
          <Button busy={change.busy} onPress={() => change.act({ name: name.trim(), asked: view.asked })}>
            {t(words.rename)}
          </Button>
        ) : null}
        {isFirst ? null : <Button onPress={() => onMove(-1)}>{t(words.up)}</Button>}
        {isLast ? null : <Button onPress={() => onMove(1)}>{t(words.down)}</Button>}
        <Button kind="danger" busy={drop.busy} onPress={() => drop.act(undefined)}>
          {t(words.drop)}
        </Button>
      </Row>
    </fieldset>
  )
}
