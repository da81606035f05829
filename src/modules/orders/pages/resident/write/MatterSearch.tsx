import { lazy, Suspense } from 'react'
import { Dialog } from '../../../../../ui/parts/Dialog.tsx'
import { LoadingState } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { Likely } from '../../../model/proposal.ts'
import { writingWords as words } from '../words/writing.ts'

/** Most people take the matter that is proposed; the others fetch the search. */
const MatterFinder = lazy(async () => ({ default: (await import('./MatterFinder.tsx')).MatterFinder }))

type Props = { open: boolean; likely: readonly Likely[]; onClose(): void; onChoose(id: string): void }

/** The dialog in which another matter is looked for. */
export function MatterSearch({ open, likely, onClose, onChoose }: Props) {
  const { t } = useTongue()
  return (
    <Dialog open={open} title={t(words.searchTitle)} onClose={onClose}>
      <Suspense fallback={<LoadingState shape="text" count={3} />}>
        <MatterFinder likely={likely} onChoose={onChoose} />
      </Suspense>
    </Dialog>
  )
}
