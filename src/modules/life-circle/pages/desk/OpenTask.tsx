import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Form } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Kind } from '../../model/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import type { Asked } from './Planner.tsx'

type Unit = { readonly id: string; readonly name: string }

/** Makes a gap the work of a unit. */
export function OpenTask({ kind, asked }: { kind: Kind; asked: Asked }) {
  const { t } = useTongue()
  const say = useToast()
  const [isOpen, setOpen] = useState(false)
  const [unit, setUnit] = useState('')
  const [instruction, setInstruction] = useState('')
  const units = useRead<{ rows: Unit[] }>('/api/life-circle/units', { when: isOpen })
  const open = useAct<object, { number: string }>('/api/life-circle/gaps', {
    changes: ['life-circle'],
    onDone: ({ number }) => {
      setOpen(false)
      setInstruction('')
      say(`${t(words.opened)}${number}`)
    },
  })
  const send = () =>
    open.act({ kind, walker: asked.walker, area: asked.area ?? null, openAt: asked.openAt, unit, instruction })
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t(words.makeTask)}
      </Button>
      <Dialog open={isOpen} title={t(words.open)} onClose={() => setOpen(false)}>
        <Form label={t(words.open)} onSend={send}>
          <Select
            label={t(words.unit)}
            required
            value={unit}
            options={(units.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUnit}
          />
          <TextArea
            label={t(words.instruction)}
            required
            rows={4}
            max={1_000}
            value={instruction}
            onChange={setInstruction}
          />
          <ProblemNotice problem={open.problem} />
          <Button kind="primary" type="submit" busy={open.busy} blocked={unit === '' ? t(words.unit) : undefined}>
            {t(words.open)}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}
