import { lazy, Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAppearance } from '../../../../ui/appearance.tsx'
import { LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { keepCode } from './follow-codes.ts'
import type { Filed } from './shapes.ts'
import { FiledPage } from './write/FiledPage.tsx'
import { forgetFiled, keepFiled, keptFiled } from './write/filed.ts'
import { useWriting } from './write/useWriting.ts'
import { WholeForm } from './write/WholeForm.tsx'

/** Only who reads in large type is asked one thing at a time. */
const OneByOne = lazy(async () => ({ default: (await import('./write/OneByOne.tsx')).OneByOne }))

/** The front door: one form, kept on the device until the server has it. */
export function Write() {
  const [filed, setFiled] = useState(() => followable(keptFiled()))
  // The other page stands before it is scrolled: where it begins is known only then.
  const turnTo = (next: typeof filed) => {
    flushSync(() => setFiled(next))
    startOfPage()
  }
  if (filed)
    return (
      <FiledPage
        filed={filed}
        onAnother={() => {
          forgetFiled()
          turnTo(null)
        }}
      />
    )
  return (
    <Writing
      onFiled={(answer) => {
        keepFiled(answer)
        turnTo(followable(answer))
      }}
    />
  )
}

/** All questions on one page; in large type one after the other. */
function Writing({ onFiled }: { onFiled(filed: Filed): void }) {
  const { elder } = useAppearance()
  const { go } = usePlace()
  // Where the line goes while somebody writes, the page he is led to must be here already.
  useEffect(() => void import('./Waiting.tsx').catch(() => undefined), [])
  const writing = useWriting({ onFiled, onLeft: () => go('/waiting') })
  if (!elder) return <WholeForm writing={writing} />
  return (
    <Suspense fallback={<LoadingState shape="text" count={4} />}>
      <OneByOne writing={writing} />
    </Suspense>
  )
}

/** A visitor goes from here to his case without typing the code that he has just been shown. */
function followable<F extends Filed | null>(filed: F): F {
  if (filed && filed.id === null) keepCode(filed.number, filed.code)
  return filed
}

/** The page is another one from here on: it is read, and heard, from its beginning. */
function startOfPage(): void {
  window.scrollTo(0, 0)
  document.getElementById('content')?.focus({ preventScroll: true })
}
