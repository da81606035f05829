import { useState } from 'react'
import { useAct } from '../../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../../ui/api/problem.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { View } from '../../../model/lists.ts'
import type { SavedView } from '../../../model/saved-views.ts'
import { savedWords as words } from '../words/saved.ts'
import { ArrangeViews } from './ArrangeViews.tsx'
import { isNarrowed } from './question.ts'
import { addressOf, askedIn, isShown, SAVED } from './saved.ts'

type Views = { readonly rows: readonly SavedView[] }

/** My views, in my order. */
export const useSavedViews = () => useRead<Views>(SAVED, { topics: [SAVED] }).data?.rows ?? []

/** The filters I keep under names, each a link; the ones of now can be kept as well. Nothing while there is neither. */
export function SavedViews({ view }: { view: View }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const saved = useSavedViews()
  const [open, setOpen] = useState<'keep' | 'arrange' | null>(null)
  const isNew = (isNarrowed(search) || search.sort) && !saved.some((one) => isShown(search, view, one))
  if (saved.length === 0 && !isNew) return null
  return (
    <nav className="case-views" aria-label={t(words.mine)}>
      <span className="case-views-title">{t(words.mine)}</span>
      {saved.map((one) => (
        <Go key={one.id} to={addressOf(one)} current={isShown(search, view, one)}>
          {one.name}
        </Go>
      ))}
      {isNew ? (
        <Button kind="quiet" icon="plus" onPress={() => setOpen('keep')}>
          {t(words.keepThis)}
        </Button>
      ) : null}
      {saved.length > 0 ? (
        <Button kind="quiet" icon="pen" onPress={() => setOpen('arrange')}>
          {t(words.manage)}
        </Button>
      ) : null}
      <Keep open={open === 'keep'} view={view} onClose={() => setOpen(null)} />
      <ArrangeViews open={open === 'arrange'} saved={saved} onClose={() => setOpen(null)} />
    </nav>
  )
}

function Keep({ open, view, onClose }: { open: boolean; view: View; onClose(): void }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const say = useToast()
  const [name, setName] = useState('')
  const keep = useAct<object>(SAVED, {
    changes: [SAVED],
    onDone: () => {
      say(t(words.kept))
      setName('')
      onClose()
    },
  })
  const trouble = troubleAt(keep.problem, '/name')
  return (
    <Confirm
      open={open}
      title={t(words.keepThis)}
      act={t(words.keep)}
      busy={keep.busy}
      problem={trouble ? null : keep.problem}
      onAct={() => keep.act({ name: name.trim(), asked: askedIn(search, view) })}
      onClose={onClose}
    >
      <TextField
        label={t(words.name)}
        hint={t(words.nameHint)}
        value={name}
        onChange={setName}
        max={20}
        required
        error={trouble && t(trouble)}
      />
    </Confirm>
  )
}
