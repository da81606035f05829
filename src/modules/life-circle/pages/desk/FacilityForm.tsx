import { useState } from 'react'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Facility, type FacilityBody, facilityStates } from '../../model/facility.ts'
import { kinds } from '../../model/kinds.ts'
import { measureUnits } from '../../model/profile.ts'
import { readHours } from '../../rules/hours/read.ts'
import { stateWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { hoursWords } from '../words/hours.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { plannerWords } from '../words/planner.ts'

type Draft = Omit<FacilityBody, 'lng' | 'lat' | 'capacity' | 'floorArea'> &
  Record<'lng' | 'lat' | 'capacity' | 'floorArea', string>

const empty: Draft = {
  ...{ kind: 'convenience', name: '', status: 'open', lng: '', lat: '', area: null, address: '', hours: '' },
  ...{ openToAll: true, capacity: '', capacityUnit: null, floorArea: '', evidence: '' },
}

const draftOf = ({ code: _, origin: _o, version: _v, changedAt: _a, changedBy: _b, ...facility }: Facility): Draft => ({
  ...facility,
  lng: String(facility.lng),
  lat: String(facility.lat),
  capacity: facility.capacity === null ? '' : String(facility.capacity),
  floorArea: facility.floorArea === null ? '' : String(facility.floorArea),
})

const numberOr = (text: string): number | null | string =>
  text.trim() === '' ? null : Number.isNaN(Number(text)) ? text : Number(text)

const bodyOf = (draft: Draft) => ({
  ...draft,
  lng: numberOr(draft.lng),
  lat: numberOr(draft.lat),
  capacity: numberOr(draft.capacity),
  floorArea: numberOr(draft.floorArea),
})

/** How hours are written, or that these cannot be reckoned with. */
const hintOf = (hours: string): Said =>
  hours.trim() === '' || readHours(hours) !== null ? hoursWords.hoursHint : hoursWords.unreadable

type Props = { facility: Facility | null; onDone(): void }

/** One facility of the ledger; whoever saves it has read the version he changes. */
export function FacilityForm({ facility, onDone }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const [draft, setDraft] = useState<Draft>(() => (facility ? draftOf(facility) : empty))
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const done = () => {
    say(t(words.kept))
    onDone()
  }
  const add = useAct<object>('/api/life-circle/facilities', { changes: ['life-circle'], onDone: done })
  const put = useAct<object>(`/api/life-circle/facilities/${facility?.code}`, {
    method: 'PUT',
    changes: ['life-circle'],
    onDone: done,
  })
  const problem = facility ? put.problem : add.problem
  const wrong = (name: string): string | undefined => {
    const found: Said | undefined = troubleAt(problem, `/${name}`) ?? troubleAt(problem, `/body/${name}`)
    return found ? t(found) : undefined
  }
  const text = (name: 'name' | 'address' | 'hours' | 'evidence' | 'lng' | 'lat' | 'capacity' | 'floorArea') => ({
    label: t(words[name]),
    value: draft[name],
    error: wrong(name),
    onChange: (value: string) => set({ [name]: value }),
  })
  const send = () => (facility ? put.act({ seen: facility.version, body: bodyOf(draft) }) : add.act(bodyOf(draft)))
  const at = draft.lng !== '' && draft.lat !== '' ? ([Number(draft.lng), Number(draft.lat)] as const) : null
  return (
    <Form label={facility?.name ?? t(words.add)} onSend={send}>
      <TextField {...text('name')} required max={80} />
      <Select
        label={t(plannerWords.kind)}
        value={draft.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t(words.status)}
        value={draft.status}
        options={facilityStates.map((status) => ({ value: status, label: t(stateWords[status]) }))}
        onChange={(status) => set({ status })}
      />
      <TownMap
        label={t(words.point)}
        layers={[
          {
            ...{ kind: 'points', id: 'here', label: t(words.point) },
            features: at ? [{ id: 'here', name: draft.name || t(words.point), tone: 'mark', at }] : [],
          },
        ]}
        onPick={({ at: [lng, lat] }) => set({ lng: lng.toFixed(6), lat: lat.toFixed(6) })}
      />
      <Row>
        <TextField {...text('lng')} required keys="decimal" />
        <TextField {...text('lat')} required keys="decimal" />
      </Row>
      <TextField {...text('address')} max={200} />
      <TextField {...text('hours')} hint={t(hintOf(draft.hours))} max={120} />
      <CheckBox checked={draft.openToAll} onChange={(openToAll) => set({ openToAll })}>
        {t(words.openToAll)}
      </CheckBox>
      <Row>
        <TextField {...text('capacity')} keys="decimal" />
        <Select
          label={t(words.capacityUnit)}
          value={draft.capacityUnit ?? 'none'}
          options={[
            { value: 'none', label: t(words.none) },
            ...measureUnits.map((unit) => ({ value: unit, label: t(unitWords[unit]) })),
          ]}
          onChange={(unit) => set({ capacityUnit: unit === 'none' ? null : unit })}
        />
        <TextField {...text('floorArea')} keys="decimal" />
      </Row>
      <TextField {...text('evidence')} max={300} />
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" busy={add.busy || put.busy}>
        {t(words.change)}
      </Button>
    </Form>
  )
}
