import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { ORGANISATIONS } from './trees.ts'

type Steps<Form> = {
  /** Under which the draft is kept on this device. */
  draft: string
  empty: Form
  lookAt: string
  saveAt: string
  method?: 'POST' | 'PUT'
  /** What is sent to look, and what to save. */
  bodies(form: Form): { look: object; save: object }
  /** Fields that still lack something, each with what to say there. */
  missing(form: Form): Partial<Record<keyof Form, Said>>
  words: { look: Said; save: Said; done: Said }
  danger?: boolean
  onDone?: () => void
}

/** A form in two steps: what would follow is asked first, and only what would be allowed can then be saved. */
export function useTwoSteps<Form extends Record<string, unknown>, Preview extends { readonly refusal: string | null }>(
  steps: Steps<Form>,
) {
  const { t } = useTongue()
  const say = useToast()
  const draft = useDraft(steps.draft, steps.empty)
  const [tried, setTried] = useState(false)
  const preview = useAct<object, Preview>(steps.lookAt)
  const save = useAct<object>(steps.saveAt, {
    method: steps.method ?? 'POST',
    changes: [ORGANISATIONS, 'me'],
    onDone: () => {
      say(t(steps.words.done))
      draft.clear()
      preview.reset()
      steps.onDone?.()
    },
  })
  const missing = steps.missing(draft.form)
  const problem = save.problem ?? preview.problem
  const can = preview.answer?.refusal === null
  const when = (act: () => void) => {
    setTried(true)
    if (Object.values(missing).every((one) => one === undefined)) act()
  }
  const look = () => when(() => preview.act(steps.bodies(draft.form).look))
  return {
    form: draft.form,
    seen: preview.answer,
    set: (change: Partial<Form>) => {
      draft.set(change)
      // What was shown was about something else.
      preview.reset()
    },
    /** What is wrong with a field: what the server said of it, else what it still lacks once one has tried. */
    at: (field: keyof Form & string): string | undefined => {
      const told = troubleAt(problem, `/${field}`) ?? (tried ? missing[field] : undefined)
      return told && t(told)
    },
    send: () => (can ? when(() => save.act(steps.bodies(draft.form).save)) : look()),
    foot: {
      problem,
      isKept: draft.isKept,
      look: { label: t(steps.words.look), busy: preview.busy, onPress: look },
      save: can ? { label: t(steps.words.save), busy: save.busy, danger: steps.danger ?? false } : undefined,
    },
  }
}
