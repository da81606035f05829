import { useState } from 'react'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useAct } from '../../../../ui/api/acts.ts'
import { usePhotos } from '../../../../ui/api/photos.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Photos } from '../../../../ui/parts/Photos.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type SpotBody, type SpotView, spotKinds, spotStates } from '../../model/spot.ts'
import { spotKindWords, spotStateWords } from '../../words/spots.ts'
import { spotWords } from '../words/circle.ts'
import { ledgerWords as words } from '../words/ledger.ts'

type Draft = Omit<SpotBody, 'lng' | 'lat' | 'upkeepDays' | 'photos'> & Record<'lng' | 'lat' | 'upkeepDays', string>

const draftOf = (spot: SpotView | null): Draft => ({
  kind: spot?.kind ?? 'rest',
  name: spot?.name ?? '',
  status: spot?.status ?? 'in-use',
  lng: spot ? String(spot.lng) : '',
  lat: spot ? String(spot.lat) : '',
  area: spot?.area ?? null,
  about: spot?.about ?? '',
  unit: spot?.unit ?? null,
  keeper: spot?.keeper ?? '',
  upkeepDays: String(spot?.upkeepDays ?? 30),
})

/** One small place; its photographs are those it has and those added now. */
export function SpotForm({ spot, onDone }: { spot: SpotView | null; onDone(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [draft, setDraft] = useState<Draft>(() => draftOf(spot))
  const photos = usePhotos('/api/life-circle/photos')
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const done = () => {
    say(t(words.kept))
    onDone()
  }
  const add = useAct<object>('/api/life-circle/spots', { changes: ['spots'], onDone: done })
  const put = useAct<object>(`/api/life-circle/spots/${spot?.code}`, {
    method: 'PUT',
    changes: ['spots'],
    onDone: done,
  })
  const problem = spot ? put.problem : add.problem
  const wrong = (name: string) => {
    const found = troubleAt(problem, `/${name}`) ?? troubleAt(problem, `/body/${name}`)
    return found ? t(found) : undefined
  }
  const text = (name: 'name' | 'keeper' | 'lng' | 'lat' | 'upkeepDays') => ({
    label: t(words[name]),
    value: draft[name],
    error: wrong(name),
    onChange: (value: string) => set({ [name]: value }),
  })
  const send = () => {
    const kept = spot?.photos.map(({ hash }) => hash) ?? []
    const numbers = { lng: Number(draft.lng), lat: Number(draft.lat), upkeepDays: Number(draft.upkeepDays) }
    const body = { ...draft, ...numbers, photos: [...kept, ...photos.ids].slice(-12) }
    if (spot) put.act({ seen: spot.version, body })
    else add.act(body)
  }
  return (
    <Form label={spot?.name ?? t(words.addSpot)} onSend={send}>
      <TextField {...text('name')} required max={60} />
      <Row>
        <Select
          label={t(words.kind)}
          value={draft.kind}
          options={spotKinds.map((kind) => ({ value: kind, label: t(spotKindWords[kind]) }))}
          onChange={(kind) => set({ kind })}
        />
        <Select
          label={t(words.status)}
          value={draft.status}
          options={spotStates.map((status) => ({ value: status, label: t(spotStateWords[status]) }))}
          onChange={(status) => set({ status })}
        />
      </Row>
      <TownMap
        label={t(words.point)}
        layers={[]}
        onPick={({ at: [lng, lat] }) => set({ lng: lng.toFixed(6), lat: lat.toFixed(6) })}
      />
      <Row>
        <TextField {...text('lng')} required keys="decimal" />
        <TextField {...text('lat')} required keys="decimal" />
      </Row>
      <TextField {...text('keeper')} max={60} />
      <TextField {...text('upkeepDays')} required keys="numeric" />
      <TextArea label={t(words.about)} value={draft.about} max={500} rows={3} onChange={(about) => set({ about })} />
      <Photos label={t(spotWords.photo)} {...photos.props} />
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" busy={add.busy || put.busy || photos.busy}>
        {t(words.change)}
      </Button>
    </Form>
  )
}
