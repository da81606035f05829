import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useMe } from '../../../people/pages/me.ts'
import { type Component, type ComponentFields, type ComponentType, componentStates } from '../../model/components.ts'
import { componentFieldWords, componentStateWords } from '../../words/components.ts'
import { PointField } from '../PointField.tsx'
import { PLACES, saidOf } from './reads.ts'
import { placesWords as words } from './words/places.ts'

type Said = Omit<ComponentFields, 'lng' | 'lat'> & { readonly point: { lng: number; lat: number } | null }
const empty: Said = { name: '', owner: '', keeper: '', state: 'in-use', place: '', note: '', point: null }

type FieldsProps = { said: Said; problem: ReturnType<typeof useAct>['problem']; onChange(change: Partial<Said>): void }

/** What may be said of a component; the same when it is entered and when it is changed. */
function Fields({ said, problem, onChange }: FieldsProps) {
  const { t } = useTongue()
  const line = (key: 'name' | 'owner' | 'keeper' | 'place', max: number, required = false) => (
    <TextField
      label={t(componentFieldWords[key])}
      required={required}
      value={said[key]}
      max={max}
      error={saidOf(problem, `/${key}`, t)}
      onChange={(text) => onChange({ [key]: text })}
    />
  )
  return (
    <>
      {line('name', 60, true)}
      {line('owner', 100)}
      {line('keeper', 100)}
      <Select
        label={t(words.state)}
        value={said.state}
        options={componentStates.map((value) => ({ value, label: t(componentStateWords[value]) }))}
        onChange={(state) => onChange({ state })}
      />
      {line('place', 200)}
      <PointField value={said.point} hint={t(words.pointHint)} onChange={(point) => onChange({ point })} />
      <TextArea
        label={t(componentFieldWords.note)}
        value={said.note}
        rows={2}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

const bodyOf = ({ point, ...said }: Said) => ({ ...said, ...point })

/** `/places/components/new`: its code is made of its type and a serial number. */
export function NewComponent() {
  const { t } = useTongue()
  const { go } = usePlace()
  const say = useToast()
  const me = useMe()
  const types = useRead<{ rows: ComponentType[] }>('/api/places/component-types', { topics: [PLACES] })
  const draft = useDraft('places.component', { ...empty, type: '', serial: '' })
  const [tried, setTried] = useState(false)
  const { type, serial, ...said } = draft.form
  const code = `${me.data?.district.slice(0, 6) ?? ''}${type}${serial.padStart(6, '0')}`
  const save = useAct<object>('/api/places/components', {
    changes: [PLACES],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
      go(`/places/components/${code}`)
    },
  })
  const isWhole = type !== '' && /^\d{1,6}$/.test(serial) && said.name.trim() !== '' && said.point !== null
  const send = () => {
    setTried(true)
    if (isWhole) save.act({ code, ...bodyOf(said) })
  }
  return (
    <Page
      title={t(words.enterComponent)}
      acts={
        <Go look="plain" icon="back" to="/places?tab=components">
          {t(words.back)}
        </Go>
      }
    >
      <Sheet>
        <Form label={t(words.enterComponent)} onSend={send}>
          <Select
            label={t(words.type)}
            required
            value={type}
            error={tried && type === '' ? t(words.needType) : undefined}
            options={(types.data?.rows ?? [])
              .filter(({ active }) => active)
              .map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))}
            onChange={(value) => draft.set({ type: value })}
          />
          <TextField
            label={t(words.serial)}
            hint={type === '' ? t(words.serialHint) : t(words.codeWillBe(code))}
            required
            keys="numeric"
            value={serial}
            max={6}
            error={tried && !/^\d{1,6}$/.test(serial) ? t(words.serialHint) : saidOf(save.problem, '/code', t)}
            onChange={(text) => draft.set({ serial: text.trim() })}
          />
          <Fields said={said} problem={save.problem} onChange={(change) => draft.set(change)} />
          {tried && !isWhole ? <p className="field-error">{t(words.needComponent)}</p> : null}
          <ProblemNotice problem={save.problem} />
          <Row>
            <Button kind="primary" type="submit" busy={save.busy}>
              {t(words.save)}
            </Button>
          </Row>
        </Form>
      </Sheet>
    </Page>
  )
}

/** Everything that may be said otherwise of a component, and why. */
export function ChangingComponent({ url, component }: { url: string; component: Component }) {
  const { t } = useTongue()
  const say = useToast()
  const { seq, at, name, owner, keeper, state, place, note } = component
  const standing: Said = { name, owner, keeper, state, place, note, point: { lng: at[0], lat: at[1] } }
  const [said, setSaid] = useState(standing)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = useAct<object>(url, {
    method: 'PUT',
    changes: [PLACES],
    onDone: () => {
      setReason('')
      setTried(false)
      say(t(words.saved))
    },
  })
  const send = () => {
    setTried(true)
    if (reason.trim().length >= 2 && said.name.trim() !== '') save.act({ seq, reason, ...bodyOf(said) })
  }
  return (
    <Sheet title={t(words.change)}>
      <Form label={t(words.change)} onSend={send}>
        <Fields said={said} problem={save.problem} onChange={(change) => setSaid({ ...said, ...change })} />
        <TextField
          label={t(words.reason)}
          required
          value={reason}
          max={200}
          error={tried && reason.trim().length < 2 ? t(words.needReason) : undefined}
          onChange={setReason}
        />
        <ProblemNotice problem={save.problem} />
        <Row>
          <Button kind="primary" type="submit" busy={save.busy}>
            {t(words.save)}
          </Button>
        </Row>
      </Form>
    </Sheet>
  )
}
