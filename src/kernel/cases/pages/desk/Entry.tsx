import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useKeptPhotos } from '../../../../ui/api/kept-photos.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Form, Page, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type EntryFault, emptyEntry, entryBody, entryFaults } from './entry/draft.ts'
import { EntryFields, type EntryMatter } from './entry/Fields.tsx'
import { DESK } from './list/reads.ts'
import { moveWords } from './words/case.ts'
import { entryWords as words } from './words/entry.ts'
import { entryFileWords } from './words/entry-files.ts'

type Entered = { readonly id: string; readonly number: string; readonly code: string }

/** `/new`: what a caller says, filed in his name. */
export function Entry() {
  const { t } = useTongue()
  const draft = useDraft('entry', emptyEntry)
  const photos = useKeptPhotos('draft.entry.photos', '/api/cases/photos')
  const [tried, setTried] = useState(false)
  const { matter } = draft.form
  const chosen = useRead<EntryMatter>(`/api/matters/${matter}`, { when: matter !== '' }).data
  const form = matter === '' ? undefined : chosen?.form
  const send = useAct<object, Entered>('/api/cases', {
    changes: [DESK],
    onDone: () => {
      draft.clear()
      photos.clear()
    },
  })
  const found = entryFaults(draft.form, photos.hashes, form)
  const press = () => {
    setTried(true)
    if (found.length === 0) send.act(entryBody(draft.form, photos.hashes, form))
  }
  const again = () => {
    send.reset()
    setTried(false)
  }
  if (send.answer)
    return (
      <Page title={t(words.title)} lead={t(words.lead)}>
        <Filed entered={send.answer} onAgain={again} />
      </Page>
    )
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      acts={
        <Go look="plain" to="/new/table">
          {t(entryFileWords.title)}
        </Go>
      }
    >
      <Sheet>
        <Form label={t(words.title)} onSend={press}>
          <EntryFields
            draft={draft.form}
            set={draft.set}
            matter={matter === '' ? undefined : chosen}
            faults={[...(tried ? found : []), ...faultsTold(send.problem)]}
            photos={photos.props}
          />
          <ProblemNotice problem={send.problem} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              busy={send.busy}
              blocked={photos.busy ? t(moveWords.waitPhotos) : undefined}
            >
              {t(words.send)}
            </Button>
          </Row>
        </Form>
      </Sheet>
    </Page>
  )
}

/** Refusals that are about one field of the form. */
const fieldOf: Readonly<Record<string, string>> = {
  'call-number-wrong': '/phone',
  'no-such-area': '/area',
  'no-such-photo': '/photos',
  'matter-not-offered': '/matter',
}

/** What the server found wrong, by the places of this page. */
function faultsTold(problem: Problem | null): readonly EntryFault[] {
  if (problem === null) return []
  const about = fieldOf[problem.refusal ?? '']
  const fields = problem.fields.map(({ pointer, zh, en }) => ({
    path: pointer.replace(/^\/(form|caller)(?=\/)/, ''),
    said: { zh, en },
  }))
  return about === undefined ? fields : [{ path: about, said: problem.said }, ...fields]
}

function Filed({ entered, onAgain }: { entered: Entered; onAgain(): void }) {
  const { t } = useTongue()
  return (
    <Sheet>
      <Notice tone="good" title={t(words.done)} spoken>
        {t(words.tell)}
      </Notice>
      <Facts
        facts={[
          { label: t(words.number), value: entered.number },
          { label: t(words.code), value: entered.code },
        ]}
      />
      <Row>
        <Go to={`/cases/${entered.id}`} look="primary">
          {t(words.open)}
        </Go>
        <Button onPress={onAgain}>{t(words.another)}</Button>
      </Row>
    </Sheet>
  )
}
