import { useState } from 'react'
import { Form, Page, Sheet } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { writingWords as words } from '../words/writing.ts'
import { ContactSheet } from './ContactSheet.tsx'
import { MatterSearch } from './MatterSearch.tsx'
import { MatterSheet } from './MatterSheet.tsx'
import { DayQuestion, MoreSheet, PhotoQuestion, PlaceQuestion, ViaNotice } from './questions.tsx'
import { SendSheet } from './SendSheet.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { SimilarSheet } from './SimilarSheet.tsx'
import { TextSheet } from './TextSheet.tsx'
import type { Writing } from './useWriting.ts'
import './write.css'

/** Every question on one page. */
export function WholeForm({ writing }: { writing: Writing }) {
  const { t } = useTongue()
  const [choosing, setChoosing] = useState(false)
  const { sheet, choice, form, faults, writer } = writing
  const send = () => {
    if (writing.send().length > 0) showFirstFault()
  }
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {writer.left ? <SessionEnded onWithout={writer.goWithout} /> : null}
      <Form onSend={send} label={t(words.title)}>
        <div inert={writing.sending} className="write-form">
          <TextSheet {...sheet} kept={writing.isKept} />
          <SimilarSheet joining={writing.joining} />
          <MatterSheet choice={choice} onChange={() => setChoosing(true)} />
          <Sheet title={t(words.where)}>
            <ViaNotice {...sheet} />
            <PlaceQuestion {...sheet} form={form} />
            <DayQuestion {...sheet} />
            <PhotoQuestion {...sheet} photos={writing.photos.props} />
          </Sheet>
          <MoreSheet {...sheet} form={form} faults={faults} />
          <ContactSheet {...sheet} form={form} faults={faults} reachable={writing.reachable} />
        </div>
        <SendSheet writing={writing} />
      </Form>
      {/* Outside the form: Enter in its search box must not send the form. */}
      <MatterSearch
        open={choosing}
        likely={choice.likely}
        onClose={() => setChoosing(false)}
        onChoose={(matter) => {
          writing.chooseMatter(matter)
          setChoosing(false)
        }}
      />
    </Page>
  )
}

/** Goes to what is wrong, once the page has marked it. */
export function showFirstFault(): void {
  setTimeout(() => {
    const marked = document.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(.field-error) input')
    marked?.focus()
  }, 50)
}
