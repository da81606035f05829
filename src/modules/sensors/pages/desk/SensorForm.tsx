import { useState } from 'react'
import { PointField } from '../../../../kernel/places/pages/PointField.tsx'
import { useAct } from '../../../../ui/api/acts.ts'
import { type Problem, troubleAt } from '../../../../ui/api/problem.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type SensorKind, sensorKinds } from '../../model/sensor.ts'
import type { SensorBody, SensorView } from '../../model/views.ts'
import { kindWords } from '../../words.ts'
import { sensorFormWords as words } from './words/sensor-form.ts'

/** The form as it is typed: numbers are text until they are sent. */
type Said = {
  readonly name: string
  readonly kind: SensorKind
  readonly unit: string
  readonly place: string
  readonly point: { lng: number; lat: number } | null
  readonly scale: string
  readonly shift: string
  readonly keepDays: string
  readonly active: boolean
}

const fresh: Said = {
  name: '',
  kind: 'water-level',
  unit: '',
  place: '',
  point: null,
  scale: '1',
  shift: '0',
  keepDays: '365',
  active: true,
}

const standing = ({ lat, long, scale, shift, keepDays, ...sensor }: SensorView): Said => ({
  name: sensor.name,
  kind: sensor.kind,
  unit: sensor.unit,
  place: sensor.place,
  point: lat === null || long === null ? null : { lng: long, lat },
  scale: String(scale),
  shift: String(shift),
  keepDays: String(keepDays),
  active: sensor.active,
})

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))
const isWhole = (text: string): boolean => /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 3_660
const ID = /^[0-9A-Za-z][0-9A-Za-z:._-]{0,59}$/

/** What is wrong before anything is sent, by field. */
function troublesIn({ name, place, scale, shift, keepDays }: Said) {
  return {
    name: name.trim() === '' ? words.needName : undefined,
    place: place.trim().length < 2 ? words.needPlace : undefined,
    scale: isNumber(scale) ? undefined : words.needNumber,
    shift: isNumber(shift) ? undefined : words.needNumber,
    keepDays: isWhole(keepDays) ? undefined : words.needDays,
  }
}
type Troubles = ReturnType<typeof troublesIn>

const bodyOf = (
  { point, scale, shift, keepDays, ...said }: Said,
  kept: Pick<SensorBody, 'area' | 'maintenanceUntil'>,
): SensorBody => ({
  ...said,
  ...kept,
  lat: point?.lat ?? null,
  long: point?.lng ?? null,
  scale: Number(scale),
  shift: Number(shift),
  keepDays: Number(keepDays),
})

type FieldsProps = {
  said: Said
  problem: Problem | null
  troubles: Troubles | null
  onChange(change: Partial<Said>): void
}

function Fields({ said, problem, troubles, onChange }: FieldsProps) {
  const { t } = useTongue()
  const line = (key: keyof Troubles, max: number, keys?: 'decimal' | 'numeric') => {
    const trouble = troubles?.[key] ?? troubleAt(problem, `/${key}`)
    return (
      <TextField
        label={t(words[key])}
        required
        value={said[key]}
        max={max}
        {...(keys && { keys })}
        error={trouble && t(trouble)}
        onChange={(text) => onChange({ [key]: text })}
      />
    )
  }
  const unit = troubleAt(problem, '/unit')
  return (
    <>
      {line('name', 60)}
      <Row>
        <Select
          label={t(words.kind)}
          value={said.kind}
          options={sensorKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label={t(words.unit)}
          optional
          value={said.unit}
          max={12}
          error={unit && t(unit)}
          onChange={(text) => onChange({ unit: text })}
        />
      </Row>
      {line('place', 200)}
      <PointField value={said.point} hint={t(words.pointHint)} onChange={(point) => onChange({ point })} />
      <Row>
        {line('scale', 20, 'decimal')}
        {line('shift', 20, 'decimal')}
        {line('keepDays', 4, 'numeric')}
      </Row>
      <CheckBox checked={said.active} onChange={(active) => onChange({ active })}>
        {t(words.active)}
      </CheckBox>
    </>
  )
}

/** `/sensors/new`: registers a sensor under the id by which it will speak. */
export function NewSensor() {
  const { t } = useTongue()
  const { go } = usePlace()
  const say = useToast()
  const draft = useDraft('sensors.new', { ...fresh, id: '' })
  const [tried, setTried] = useState(false)
  const { id, ...said } = draft.form
  const troubles = troublesIn(said)
  const save = useAct<SensorBody>(`/api/sensors/${encodeURIComponent(id.trim())}`, {
    method: 'PUT',
    changes: ['sensors'],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
      go(`/sensors/${encodeURIComponent(id.trim())}`)
    },
  })
  const isSound = ID.test(id.trim()) && Object.values(troubles).every((one) => one === undefined)
  const send = () => {
    setTried(true)
    if (isSound) save.act(bodyOf(said, { area: null, maintenanceUntil: null }))
  }
  const back = (
    <Go look="plain" icon="back" to="/sensors">
      {t(words.back)}
    </Go>
  )
  return (
    <Page title={t(words.register)} lead={t(words.lead)} acts={back}>
      <Sheet>
        <Form label={t(words.register)} onSend={send}>
          <TextField
            label={t(words.id)}
            hint={t(words.idHint)}
            required
            value={id}
            max={60}
            error={tried && !ID.test(id.trim()) ? t(words.needId) : undefined}
            onChange={(text) => draft.set({ id: text })}
          />
          <Fields said={said} problem={save.problem} troubles={tried ? troubles : null} onChange={draft.set} />
          <ProblemNotice problem={save.problem} />
          <Row>
            <Button kind="primary" type="submit" busy={save.busy}>
              {t(words.save)}
            </Button>
            {draft.isKept ? <Button onPress={draft.clear}>{t(words.discard)}</Button> : null}
          </Row>
        </Form>
      </Sheet>
    </Page>
  )
}

/** Everything of a sensor that may be said otherwise; its id stays. */
export function ChangingSensor({ sensor }: { sensor: SensorView }) {
  const { t } = useTongue()
  const say = useToast()
  const draft = useDraft(`sensors.${sensor.id}`, standing(sensor))
  const { area, maintenanceUntil } = sensor
  const asItStands = { area, maintenanceUntil }
  const [tried, setTried] = useState(false)
  const troubles = troublesIn(draft.form)
  const save = useAct<SensorBody>(`/api/sensors/${encodeURIComponent(sensor.id)}`, {
    method: 'PUT',
    changes: ['sensors'],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
    },
  })
  const send = () => {
    setTried(true)
    if (Object.values(troubles).every((one) => one === undefined)) save.act(bodyOf(draft.form, asItStands))
  }
  return (
    <Sheet title={t(words.change)}>
      <Form label={t(words.change)} onSend={send}>
        <Fields said={draft.form} problem={save.problem} troubles={tried ? troubles : null} onChange={draft.set} />
        <ProblemNotice problem={save.problem} />
        <Row>
          <Button kind="primary" type="submit" busy={save.busy}>
            {t(words.save)}
          </Button>
          {draft.isKept ? <Button onPress={draft.clear}>{t(words.discard)}</Button> : null}
        </Row>
      </Form>
    </Sheet>
  )
}
