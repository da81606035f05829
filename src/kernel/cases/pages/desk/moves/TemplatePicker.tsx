import { type Instant, instant } from '../../../../../platform/time.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatDay, localDay } from '../../../../worktime/rules.ts'
import type { ReplyTemplate } from '../../../model/reply-templates.ts'
import type { CaseForStaff } from '../../../model/views.ts'
import { filledTemplate, type TemplateFacts } from '../../../rules/reply-template.ts'
import { useDeskNow } from '../now.ts'
import { templateWords as words } from '../words/templates.ts'

export const TEMPLATES = '/api/cases/reply-templates'

export type Templates = {
  readonly rows: readonly (ReplyTemplate & { readonly mayKeep: boolean })[]
  readonly keeps: readonly { readonly unit: string | null; readonly name: string | null }[]
}

/** What the blanks of a template may be filled with, from the case as it is shown. */
const factsOf = ({ card, told }: Pick<CaseForStaff, 'card' | 'told'>, now: Instant): TemplateFacts => ({
  number: card.number,
  title: told.title,
  place: told.place,
  unit: card.unitName,
  category: card.category,
  filed: formatDay(localDay(instant(card.filedAt))).zh,
  today: formatDay(localDay(now)).zh,
})

type Props = { shown: Pick<CaseForStaff, 'card' | 'told'>; onInsert(text: string): void }

/** Puts a template into the answer, with what is known filled in. Nothing where there is no template. */
export function TemplatePicker({ shown, onInsert }: Props) {
  const { t } = useTongue()
  const now = useDeskNow()
  const live = (useRead<Templates>(TEMPLATES, { topics: [TEMPLATES] }).data?.rows ?? []).filter((one) => one.live)
  if (live.length === 0) return null
  return (
    <Select
      label={t(words.pick)}
      hint={t(words.pickHint)}
      value=""
      options={live.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        const chosen = live.find((one) => one.id === id)
        if (chosen) onInsert(filledTemplate(chosen.body, factsOf(shown, now)))
      }}
    />
  )
}
