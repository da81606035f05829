import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useKeptPhotos } from '../../../../ui/api/kept-photos.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Form, Page } from '../../../../ui/parts/layout.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { keepCode } from './follow-codes.ts'
import type { Filed } from './shapes.ts'
import { writingWords as words } from './words/writing.ts'
import { ContactSheet } from './write/ContactSheet.tsx'
import { DetailSheet } from './write/DetailSheet.tsx'
import { asAsked, bodyOf, type Draft, emptyDraft, type Fault, faultsOf } from './write/draft.ts'
import { FiledPage } from './write/FiledPage.tsx'
import { forgetFiled, keepFiled, keptFiled } from './write/filed.ts'
import { MatterSearch } from './write/MatterSearch.tsx'
import { MatterSheet } from './write/MatterSheet.tsx'
import { SendSheet } from './write/SendSheet.tsx'
import { SESSION_ENDED, SessionEnded } from './write/SessionEnded.tsx'
import { SimilarSheet } from './write/SimilarSheet.tsx'
import { TextSheet } from './write/TextSheet.tsx'
import { useFiling } from './write/useFiling.ts'
import { useJoining } from './write/useJoining.ts'
import { useMatter } from './write/useMatter.ts'
import { useWriter } from './write/useWriter.ts'

/** What every sheet of the form needs. */
export type SheetProps = {
  draft: Draft
  set(change: Partial<Draft>): void
  /** What is wrong at a place of the form, in the reader's tongue. */
  wrongAt(path: string): string | undefined
}

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

/** A visitor goes from here to his case without typing the code that he has just been shown. */
function followable<F extends Filed | null>(filed: F): F {
  if (filed && filed.id === null) keepCode(filed.number, filed.code)
  return filed
}

function Writing({ onFiled }: { onFiled: Parameters<typeof useFiling>[0] }) {
  const { t } = useTongue()
  const draft = useDraft('write', emptyDraft)
  const photos = useKeptPhotos('draft.write.photos', addresses.photos)
  // A link may bring the matter along; what is chosen on the page comes before it.
  const wanted = usePlace().search.matter ?? ''
  const choice = useMatter(draft.form.matter === '' ? { ...draft.form, matter: wanted } : draft.form)
  const joining = useJoining(draft.form)
  const [tried, setTried] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const filing = useFiling((answer) => {
    draft.clear()
    photos.clear()
    onFiled(answer)
  })
  const form = choice.matter?.form
  const writer = useWriter(draft)
  const reachable = writer.signedIn || draft.form.phone.trim() !== ''
  const told = asAsked(draft.form, reachable)
  const found = faultsOf(told, photos.hashes, form)
  const faults = tried ? found : []
  const wrongAt = (path: string) => faultAt(faults, filing.error?.fields ?? [], path, t)
  const send = () => {
    setTried(true)
    if (found.length > 0) return showFirstFault()
    if (writer.left) return document.getElementById(SESSION_ENDED)?.focus()
    const body = bodyOf(told, photos.hashes, choice.matter?.id ?? '', form)
    if (!photos.busy) filing.mutate({ body: joining.into(body), writer: writer.sign() })
  }
  const sheet: SheetProps = { draft: draft.form, set: writer.set, wrongAt }
  const clear = () => {
    draft.clear()
    photos.clear()
    setTried(false)
    filing.reset()
  }
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {writer.left ? <SessionEnded onWithout={writer.goWithout} /> : null}
      <Form onSend={send} label={t(words.title)}>
        <div inert={filing.isPending} className="write-form">
          <TextSheet {...sheet} kept={draft.isKept} />
          <SimilarSheet joining={joining} />
          <MatterSheet choice={choice} onChange={() => setChoosing(true)} />
          <DetailSheet {...sheet} form={form} faults={faults} photos={photos.props} />
          <ContactSheet {...sheet} form={form} faults={faults} reachable={reachable} />
        </div>
        <SendSheet
          matter={choice.matter}
          due={choice.due}
          faults={faults}
          photosBusy={photos.busy}
          sending={filing.isPending}
          problem={writer.left ? null : filing.error}
          onClear={clear}
          blank={!draft.isKept && photos.hashes.length === 0}
        />
      </Form>
      {/* Outside the form: Enter in its search box must not send the form. */}
      <MatterSearch
        open={choosing}
        likely={choice.likely}
        onClose={() => setChoosing(false)}
        onChoose={(matter) => {
          draft.set({ matter })
          setChoosing(false)
        }}
      />
    </Page>
  )
}

/** The page's own finding first, then what the server said of the same place. */
function faultAt(
  faults: readonly Fault[],
  fields: readonly { pointer: string; zh: string; en: string }[],
  path: string,
  t: (said: { zh: string; en: string }) => string,
): string | undefined {
  const own = faults.find((fault) => fault.path === path)?.said
  const told = fields.find(({ pointer }) => pointer === path)
  return own ? t(own) : told && t(told)
}

/** The page is another one from here on: it is read, and heard, from its beginning. */
function startOfPage(): void {
  window.scrollTo(0, 0)
  document.getElementById('content')?.focus({ preventScroll: true })
}

/** Goes to what is wrong, once the page has marked it. */
function showFirstFault(): void {
  setTimeout(() => {
    const marked = document.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(.field-error) input')
    marked?.focus()
  }, 50)
}
