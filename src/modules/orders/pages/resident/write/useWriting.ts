import { useState } from 'react'
import { useKeptPhotos, type WaitingPhoto } from '../../../../../ui/api/kept-photos.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import type { Posting } from '../../../../../ui/outbox/model.ts'
import { leave } from '../../../../../ui/outbox/outbox.ts'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { addresses } from '../addresses.ts'
import type { Filed } from '../shapes.ts'
import { asAsked, bodyOf, type Draft, emptyDraft, type Fault, faultsOf } from './draft.ts'
import { postingOf } from './posting.ts'
import { SESSION_ENDED } from './SessionEnded.tsx'
import { useEntry } from './useEntry.ts'
import { forgetKey, keyFor, useFiling } from './useFiling.ts'
import { useJoining } from './useJoining.ts'
import { useMatter } from './useMatter.ts'
import { useWriter } from './useWriter.ts'

/** What every question of the form needs. */
export type SheetProps = {
  draft: Draft
  set(change: Partial<Draft>): void
  /** What is wrong at a place of the form, in the reader's tongue. */
  wrongAt(path: string): string | undefined
}

type Ends = { onFiled(filed: Filed): void; onLeft(): void }

/** Everything that is known of what is being written, and what is wrong with it. */
function useWritten() {
  const draft = useDraft('write', emptyDraft)
  const photos = useKeptPhotos('draft.write.photos', addresses.photos)
  // A link may bring the matter along; what is chosen on the page comes before it.
  const wanted = usePlace().search.matter ?? ''
  const choice = useMatter(draft.form.matter === '' ? { ...draft.form, matter: wanted } : draft.form)
  const joining = useJoining(draft.form)
  const { form } = choice
  const writer = useWriter(draft)
  useEntry(draft)
  const reachable = writer.signedIn || draft.form.phone.trim() !== ''
  const told = asAsked(draft.form, reachable)
  return {
    draft,
    photos,
    choice,
    joining,
    form,
    writer,
    reachable,
    /** What is wrong already, whether or not he has tried to go on. */
    found: faultsOf(told, [...photos.hashes, ...photos.waiting.map(stand)], form),
    body: () => joining.into(bodyOf(told, photos.hashes, choice.matter?.id ?? '', form)),
    clear() {
      draft.clear()
      photos.clear()
    },
  }
}

type Written = ReturnType<typeof useWritten>

/**
 * What is needed to write and to send, whichever way the questions are laid out. Where there is no line the message is
 * left in the box, under the key that it was or would have been sent by: there it cannot become two.
 */
export function useWriting({ onFiled, onLeft }: Ends) {
  const { t } = useTongue()
  const written = useWritten()
  const { draft, photos, writer, found, body } = written
  const [tried, setTried] = useState(false)
  const faults = tried ? found : []
  const end = () => {
    written.clear()
    setTried(false)
  }
  const putAside = async (mayHaveArrived: boolean) => {
    if (!(await leave({ ...aside(written), mayHaveArrived }))) return
    forgetKey()
    end()
    onLeft()
  }
  const filing = useFiling({
    onFiled: (answer) => {
      end()
      onFiled(answer)
    },
    onLost: () => void putAside(true),
  })
  const send = (): readonly Fault[] => {
    setTried(true)
    if (found.length > 0) return found
    if (writer.left) document.getElementById(SESSION_ENDED)?.focus()
    else if (!navigator.onLine || photos.waiting.length > 0) void putAside(false)
    else if (!photos.busy) filing.mutate({ body: body(), writer: writer.sign() })
    return []
  }
  const wrongAt = (path: string) => faultAt(faults, filing.error?.fields ?? [], path, t)
  return {
    ...written,
    sheet: { draft: draft.form, set: writer.set, wrongAt } satisfies SheetProps,
    isKept: draft.isKept,
    blank: !draft.isKept && photos.hashes.length === 0,
    faults,
    showFaults: () => setTried(true),
    sending: filing.isPending,
    problem: writer.left ? null : filing.error,
    send,
    clear: () => {
      end()
      filing.reset()
    },
    chooseMatter: (matter: string) => draft.set({ matter }),
  }
}

/** What was written as it waits in the box, its photographs with it. */
function aside({ body, writer, draft, photos }: Written): Posting {
  const content = body()
  const posting = postingOf({
    key: keyFor(JSON.stringify(content)),
    body: content,
    writer: writer.sign(),
    draft: draft.form,
  })
  return { ...posting, files: photos.waiting.map(asFile) }
}

export type Writing = ReturnType<typeof useWriting>

/** Stands for a photograph that has no name of the server's yet, where only their number counts. */
const stand = ({ key }: WaitingPhoto): string => key.repeat(2)

const asFile = ({ key, file }: WaitingPhoto) => ({
  key,
  url: addresses.photos,
  into: 'photos',
  name: file.name,
  content: file,
  hash: null,
})

/** The page's own finding first, then what the server said of the same place. */
function faultAt(
  faults: readonly Fault[],
  fields: Problem['fields'],
  path: string,
  t: (said: { zh: string; en: string }) => string,
): string | undefined {
  const own = faults.find((fault) => fault.path === path)?.said
  const told = fields.find(({ pointer }) => pointer === path)
  return own ? t(own) : told && t(told)
}
