import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Form, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { stepWords, writingWords as words } from '../words/writing.ts'
import { ContactSheet } from './ContactSheet.tsx'
import { partOf } from './draft.ts'
import { MatterSearch } from './MatterSearch.tsx'
import { MatterSheet } from './MatterSheet.tsx'
import { DayQuestion, MoreSheet, PhotoQuestion, PlaceQuestion, ViaNotice } from './questions.tsx'
import { SendSheet } from './SendSheet.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { SimilarSheet } from './SimilarSheet.tsx'
import { type StepName, stepOf, stepsFor } from './steps.ts'
import { TextSheet } from './TextSheet.tsx'
import type { Writing } from './useWriting.ts'
import { showFirstFault } from './WholeForm.tsx'
import './write.css'

/** The same questions one after the other, each on a page of its own; the browser's own way back leads to the last. */
export function OneByOne({ writing }: { writing: Writing }) {
  const { t } = useTongue()
  const { search, go } = usePlace()
  const steps = stepsFor(partOf(writing.form, 'more') !== null)
  const step = steps.find((name) => name === search.step) ?? 'text'
  const at = steps.indexOf(step)
  const heading = useHeadingOf(step)
  const to = (next: StepName | undefined) => {
    const matter = search.matter === undefined ? '' : `&matter=${encodeURIComponent(search.matter)}`
    if (next) go(`/write?step=${next}${matter}`)
  }
  const on = () => {
    if (step === 'send') {
      const [fault] = writing.send()
      if (fault) to(stepOf(fault))
      return
    }
    if (!writing.found.some((fault) => stepOf(fault) === step)) return to(steps[at + 1])
    writing.showFaults()
    showFirstFault()
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <Soft>{t(stepWords.count(at + 1, steps.length))}</Soft>
          <h1 ref={heading} tabIndex={-1} className="write-step-title">
            {t(stepWords[step])}
          </h1>
        </div>
      </header>
      {writing.writer.left ? <SessionEnded onWithout={writing.writer.goWithout} /> : null}
      <Form onSend={on} label={t(words.title)}>
        <div inert={writing.sending} className="write-form">
          <Question step={step} writing={writing} />
        </div>
        <div className="write-step-keys">
          {step === 'send' ? null : (
            <Button kind="primary" type="submit" wide>
              {t(stepWords.on)}
            </Button>
          )}
          {at === 0 ? null : (
            <Button wide icon="back" onPress={() => to(steps[at - 1])}>
              {t(stepWords.back)}
            </Button>
          )}
        </div>
      </Form>
    </div>
  )
}

/** A new question is heard from its beginning; the first page is left alone, for it has just been opened. */
function useHeadingOf(step: StepName) {
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef(step)
  // Where the reader stands is a matter of the document.
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [step])
  return heading
}

function Question({ step, writing }: { step: StepName; writing: Writing }): ReactNode {
  const { sheet, form, faults } = writing
  switch (step) {
    case 'text':
      return <TextSheet {...sheet} kept={writing.isKept} alone />
    case 'kind':
      return <KindQuestion writing={writing} />
    case 'place':
      return (
        <Sheet>
          <ViaNotice {...sheet} />
          <PlaceQuestion {...sheet} form={form} />
        </Sheet>
      )
    case 'day':
      return (
        <Sheet>
          <DayQuestion {...sheet} />
        </Sheet>
      )
    case 'photos':
      return (
        <Sheet>
          <PhotoQuestion {...sheet} photos={writing.photos.props} />
        </Sheet>
      )
    case 'more':
      return <MoreSheet {...sheet} form={form} faults={faults} />
    case 'contact':
      return <ContactSheet {...sheet} form={form} faults={faults} reachable={writing.reachable} />
    case 'send':
      return <SendSheet writing={writing} />
  }
}

function KindQuestion({ writing }: { writing: Writing }) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <MatterSheet choice={writing.choice} onChange={() => setChoosing(true)} />
      <SimilarSheet joining={writing.joining} />
      <MatterSearch
        open={choosing}
        likely={writing.choice.likely}
        onClose={() => setChoosing(false)}
        onChoose={(matter) => {
          writing.chooseMatter(matter)
          setChoosing(false)
        }}
      />
    </>
  )
}
