import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Lead, Page, Row } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { About, Promises } from './About.tsx'
import { CATALOGUE, MATTERS } from './Catalogue.tsx'
import './catalogue.css'
import { Changes } from './Changes.tsx'
import { FormPreview } from './designer/Designer.tsx'
import { History } from './History.tsx'
import type { MatterAnswer } from './matter.ts'
import { Procedure } from './Procedure.tsx'
import { matterWords as words } from './words/catalogue.ts'

const tabs = ['about', 'promises', 'form', 'procedure', 'changes', 'history'] as const

/** `/admin/matters/$matter`: one matter: what it says, what its draft would change, and how it was. */
export function MatterPage() {
  const { params } = usePlace()
  const id = params.matter ?? ''
  const read = useRead<MatterAnswer>(`${CATALOGUE}/${id}`, { topics: [MATTERS] })
  return (
    <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
      {(answer) => <Shown answer={answer} />}
    </Loaded>
  )
}

function Shown({ answer }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const { published, draft } = answer
  const matter = published ?? draft
  const tab = tabs.find((one) => one === search.tab) ?? 'about'
  if (!matter) return <EmptyState title={t(words.noDraft)} />
  const parts = {
    about: <About matter={matter} />,
    promises: <Promises matter={matter} />,
    form: <FormPreview form={matter.form} />,
    procedure: <Procedure name={matter.procedure} />,
    changes: <Changes answer={answer} />,
    history: <History answer={answer} />,
  }
  return (
    <Page title={t(matter.name)} lead={answer.id} wide acts={<Acts answer={answer} />}>
      <Tabs
        label={t(words.views)}
        tabs={tabs.map((one) => ({ id: one, label: t(words[one]) }))}
        value={tab}
        onChange={(next) => setSearch({ tab: next })}
      >
        {parts[tab]}
      </Tabs>
    </Page>
  )
}

function Acts({ answer: { id, draft, can } }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  const [retiring, setRetiring] = useState(false)
  return (
    <Row>
      <Go to="/admin/matters">{t(words.back)}</Go>
      {can.includes('retire') ? (
        <Button kind="danger" onPress={() => setRetiring(true)}>
          {t(words.retire)}
        </Button>
      ) : null}
      {can.includes('edit') ? (
        <Go to={`/admin/matters/${id}/edit`} look="primary">
          {t(draft ? words.editDraft : words.edit)}
        </Go>
      ) : null}
      <Dialog open={retiring} title={t(words.retire)} onClose={() => setRetiring(false)}>
        {retiring ? <Retiring id={id} onDone={() => setRetiring(false)} /> : null}
      </Dialog>
    </Row>
  )
}

function Retiring({ id, onDone }: { id: string; onDone(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [day, setDay] = useState('')
  const retire = useAct<object>(`${CATALOGUE}/${id}/retire`, {
    changes: [MATTERS],
    onDone: () => {
      say(t(words.retired))
      onDone()
    },
  })
  return (
    <Form label={t(words.retire)} onSend={() => day !== '' && retire.act({ lastDay: day })}>
      <Lead>{t(words.retireText)}</Lead>
      <TextField label={t(words.lastDay)} type="date" required value={day} onChange={setDay} />
      <ProblemNotice problem={retire.problem} />
      <div>
        <Button type="submit" kind="danger" busy={retire.busy} blocked={day === '' ? t(words.lastDay) : undefined}>
          {t(words.retire)}
        </Button>
      </div>
    </Form>
  )
}
