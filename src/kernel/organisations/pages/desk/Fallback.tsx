import { useState } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Sheet, Soft, Told } from '../../../../ui/parts/layout.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type DutyPreview, DutyShifts } from './DutyShifts.tsx'
import { Foot } from './Foot.tsx'
import { Narrow } from './Narrow.tsx'
import { UnitField } from './Pickers.tsx'
import { useTree, useUnitNames } from './trees.ts'
import { useTwoSteps } from './two-steps.ts'
import { dutyWords as words } from './words/duties.ts'

const DESK = '/api/organisations/fallback-desk'

/** The unit that takes what no line names, and moving it elsewhere. */
export function Fallback({ keeps }: { keeps: boolean }) {
  const { t } = useTongue()
  const [moving, setMoving] = useState(false)
  const tree = useTree()
  const nameOf = useUnitNames()
  const { fallback = null } = tree.data ?? {}
  return (
    <Sheet
      title={t(words.fallback)}
      acts={keeps && !moving ? <Button onPress={() => setMoving(true)}>{t(words.fallbackMove)}</Button> : null}
    >
      <Told>{fallback === null ? t(words.fallbackMissing) : nameOf(fallback)}</Told>
      <Soft>{t(words.fallbackLead)}</Soft>
      {moving ? <Move onClose={() => setMoving(false)} /> : null}
    </Sheet>
  )
}

function Move({ onClose }: { onClose(): void }) {
  const { t } = useTongue()
  const steps = useTwoSteps<{ unit: string; basis: string }, DutyPreview>({
    draft: 'admin.fallback',
    empty: { unit: '', basis: '' },
    lookAt: `${DESK}/preview`,
    saveAt: DESK,
    method: 'PUT',
    bodies: ({ unit, basis }) => {
      const body = { unit, basis: basis.trim() }
      return { look: body, save: body }
    },
    missing: ({ unit, basis }) => ({
      ...(unit === '' && { unit: words.needed }),
      ...(basis.trim() === '' && { basis: words.needed }),
    }),
    words: { look: words.preview, save: words.confirm, done: words.saved },
    onDone: onClose,
  })
  const { form, set, at, seen } = steps
  return (
    <Narrow>
      <Form label={t(words.fallbackMove)} onSend={steps.send}>
        <UnitField
          label={t(words.unit)}
          value={form.unit}
          onChange={(unit) => set({ unit })}
          error={at('unit')}
          required
        />
        <TextField
          label={t(words.basis)}
          hint={t(words.basisHint)}
          max={200}
          value={form.basis}
          onChange={(basis) => set({ basis })}
          error={at('basis')}
          required
        />
        {seen ? <DutyShifts preview={seen} /> : null}
        <Foot {...steps.foot} onClose={onClose} />
      </Form>
    </Narrow>
  )
}
