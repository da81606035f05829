import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { localDay } from '../../../worktime/rules.ts'
import type { MatterContents } from '../../model/schema.ts'
import type { Matter } from '../../model.ts'
import { contentsOf } from '../../rules/contents.ts'
import { Basics } from './Basics.tsx'
import { CATALOGUE, MATTERS } from './Catalogue.tsx'
import './catalogue.css'
import { Designer } from './designer/Designer.tsx'
import type { MatterAnswer } from './matter.ts'
import { PaperEditor } from './PaperEditor.tsx'
import { PromiseEditor } from './PromiseEditor.tsx'
import { matterWords, editWords as words } from './words/catalogue.ts'

/** `/admin/matters/$matter/edit`: the draft of a matter in the making. */
export function EditMatter() {
  const { t } = useTongue()
  const id = usePlace().params.matter ?? ''
  const read = useRead<MatterAnswer>(`${CATALOGUE}/${id}`, { topics: [MATTERS] })
  return (
    <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
      {(answer) => {
        const matter = answer.draft ?? answer.published
        if (!matter || !answer.can.includes('edit'))
          return <EmptyState icon="lock" heading title={t(matterWords.noDraft)} />
        return <Begun key={answer.draftRevision} answer={answer} matter={matter} />
      }}
    </Loaded>
  )
}

export type Contents = MatterContents
export type EditProps = { contents: Contents; onChange(change: Partial<Contents>): void }
const tabs = ['basics', 'papers', 'promises', 'form'] as const

/** A first draft of a published matter would hold from today on; no version can begin before the one it follows. */
function Begun({ answer, matter }: { answer: MatterAnswer; matter: Matter }) {
  const city = useRead<{ now: Instant }>('/api/city')
  return (
    <Loaded read={city} loading={<LoadingState shape="text" count={8} />}>
      {({ now }) => {
        const effectiveFrom = answer.draft ? matter.effectiveFrom : localDay(now)
        return <Editing answer={answer} matter={{ ...matter, effectiveFrom }} />
      }}
    </Loaded>
  )
}

/** What is typed is kept on the device under the revision it began from, so that nobody's saving is overwritten unseen. */
function Editing({ answer, matter }: { answer: MatterAnswer; matter: Matter }) {
  const { t } = useTongue()
  const say = useToast()
  const { go, search, setSearch } = usePlace()
  const { id, draftRevision } = answer
  const [begun] = useState(() => ({ contents: contentsOf(matter) as Contents }))
  const draft = useDraft<{ contents: Contents }>(`matter.${id}.${draftRevision}`, begun)
  const { contents } = draft.form
  const save = useAct<object>(`${CATALOGUE}/${id}/draft`, {
    method: 'PUT',
    changes: [MATTERS],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
      go(`/admin/matters/${id}?tab=changes`)
    },
  })
  const onChange = (change: Partial<Contents>) => draft.set({ contents: { ...contents, ...change } })
  const tab = tabs.find((one) => one === search.tab) ?? 'basics'
  const parts = {
    basics: <Basics contents={contents} onChange={onChange} />,
    papers: <PaperEditor contents={contents} onChange={onChange} problem={save.problem} />,
    promises: <PromiseEditor contents={contents} onChange={onChange} />,
    form: <Designer form={contents.form} onChange={(form) => onChange({ form })} />,
  }
  const labels = {
    basics: words.basics,
    papers: matterWords.papers,
    promises: matterWords.promises,
    form: matterWords.form,
  }
  return (
    <Page
      title={`${t(words.title)} · ${t(contents.name)}`}
      lead={t(words.kept)}
      wide
      acts={
        <Row>
          <Go to={`/admin/matters/${id}`}>{t(matterWords.back)}</Go>
          {draft.isKept ? <Button onPress={draft.clear}>{t(words.discard)}</Button> : null}
          <Button kind="primary" busy={save.busy} onPress={() => save.act({ revision: draftRevision, contents })}>
            {t(words.save)}
          </Button>
        </Row>
      }
    >
      <Stack>
        <ProblemNotice problem={save.problem} />
        {save.problem && save.problem.fields.length > 0 ? (
          <Notice tone="bad">
            <ul>
              {save.problem.fields.map(({ pointer, zh, en }) => (
                <li key={pointer}>
                  {t({ zh, en })} <Soft>{pointer}</Soft>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Tabs
          label={t(matterWords.views)}
          tabs={tabs.map((one) => ({ id: one, label: t(labels[one]) }))}
          value={tab}
          onChange={(next) => setSearch({ tab: next })}
        >
          {parts[tab]}
        </Tabs>
      </Stack>
    </Page>
  )
}
