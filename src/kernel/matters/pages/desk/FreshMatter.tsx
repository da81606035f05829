import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Form, Lead } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { contentsOf } from '../../rules/contents.ts'
import { CATALOGUE, MATTERS } from './Catalogue.tsx'
import type { MatterAnswer } from './matter.ts'
import { catalogueWords as words } from './words/catalogue.ts'

type Lines = { readonly rows: readonly { readonly id: string; readonly name: Said }[] }

/** A new matter begins as a copy: what it promises and asks is never made up from nothing. */
export function FreshMatter({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTongue()
  return (
    <Dialog open={open} title={t(words.fresh)} onClose={onClose}>
      {open ? <Fresh /> : null}
    </Dialog>
  )
}

function Fresh() {
  const { t } = useTongue()
  const { go } = usePlace()
  const [form, setForm] = useState({ copy: '', id: '', zh: '', en: '' })
  const lines = useRead<Lines>(withQuery(CATALOGUE, { limit: 200, sort: 'name' }), { topics: [MATTERS] })
  const copied = useRead<MatterAnswer>(`${CATALOGUE}/${form.copy}`, { when: form.copy !== '' })
  const id = `matter_${form.id.trim()}`
  const make = useAct<object>(CATALOGUE, { changes: [MATTERS], onDone: () => go(`/admin/matters/${id}/edit`) })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const matter = copied.data?.published ?? copied.data?.draft
  const trouble = troubleAt(make.problem, '/id')
  const ready = matter && form.id.trim() !== '' && form.zh.trim() !== '' && form.en.trim() !== ''
  return (
    <Form
      label={t(words.fresh)}
      onSend={() => {
        const name = { zh: form.zh.trim(), en: form.en.trim() }
        if (matter && ready) make.act({ id, contents: { ...contentsOf(matter), name } })
      }}
    >
      <Lead>{t(words.freshText)}</Lead>
      <Select
        label={t(words.copyOf)}
        required
        value={form.copy}
        options={(lines.data?.rows ?? []).map((one) => ({ value: one.id, label: t(one.name) }))}
        onChange={(copy) => set({ copy })}
      />
      <TextField
        label={t(words.id)}
        hint={t(words.idHint)}
        required
        max={60}
        value={form.id}
        onChange={(next) => set({ id: next })}
        error={trouble && t(trouble)}
      />
      <TextField label={t(words.nameZh)} required max={60} value={form.zh} onChange={(zh) => set({ zh })} />
      <TextField label={t(words.nameEn)} required max={120} value={form.en} onChange={(en) => set({ en })} />
      <ProblemNotice problem={make.problem} />
      <div>
        <Button type="submit" kind="primary" busy={make.busy}>
          {t(words.create)}
        </Button>
      </div>
    </Form>
  )
}
