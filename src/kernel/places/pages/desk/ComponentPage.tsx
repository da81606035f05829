import { useMemo, useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Form, Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Component, ComponentChange, ComponentFields } from '../../model/components.ts'
import { componentStates } from '../../model/components.ts'
import { componentFieldWords, componentStateWords } from '../../words/components.ts'
import { TownMap } from '../TownMap.tsx'
import type { ComponentRow } from './Components.tsx'
import { minuteOf, PLACES } from './reads.ts'
import { placesWords as words } from './words/places.ts'

type Answer = {
  readonly component: Component & ComponentRow
  readonly history: (ComponentChange & { readonly byName: string })[]
  readonly can: string[]
}

/** `/places/components/:code`: what it is, where it stands, and everything that was ever said of it. */
export function ComponentPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const url = `/api/places/components/${params.code}`
  const read = useRead<Answer>(url, { topics: [PLACES] })
  const back = (
    <Go look="plain" icon="back" to="/places?tab=components">
      {t(words.back)}
    </Go>
  )
  return (
    <Loaded read={read}>
      {({ component, history, can }) => (
        <Page title={component.name} acts={back} wide>
          <Stack>
            <About component={component} />
            <Spot component={component} />
            {can.includes('change') ? <Changing url={url} component={component} /> : null}
            <Sheet title={t(words.history)}>
              <History history={history} />
            </Sheet>
          </Stack>
        </Page>
      )}
    </Loaded>
  )
}

function About({ component }: { component: Answer['component'] }) {
  const { t } = useTongue()
  const { code, typeName, state, owner, keeper, place, unitGrid, communityName, bearer } = component
  const borne = bearer === null ? '' : bearer.kind === 'owner' ? bearer.name : t(words.territory(bearer.name))
  return (
    <Sheet title={typeName}>
      <Facts
        facts={[
          { label: t(words.code), value: code },
          { label: t(words.state), value: t(componentStateWords[state]) },
          { label: t(words.owner), value: owner || t(words.noOwner) },
          { label: t(words.bearer), value: borne },
          { label: t(words.keeper), value: keeper },
          { label: t(words.place), value: place },
          { label: t(words.within), value: communityName },
          { label: t(words.unitGrid), value: unitGrid ?? '' },
        ]}
      />
    </Sheet>
  )
}

function Spot({ component: { code, name, at, state } }: { component: Component }) {
  const { t } = useTongue()
  const [lng, lat] = at
  const layers = useMemo((): readonly MapLayer[] => {
    const tone = state === 'in-use' ? ('good' as const) : ('warn' as const)
    return [
      {
        kind: 'points',
        id: 'component',
        label: name,
        features: [{ id: code, name, at: [lng, lat], tone }],
        named: true,
      },
    ]
  }, [code, name, lng, lat, state])
  return <TownMap label={t(words.place)} layers={layers} view={{ centre: [lng, lat], zoom: 16 }} />
}

function Changing({ url, component }: { url: string; component: Component }) {
  const { t } = useTongue()
  const say = useToast()
  const [state, setState] = useState(component.state)
  const [reason, setReason] = useState('')
  const save = useAct<object>(url, {
    method: 'PUT',
    changes: [PLACES],
    onDone: () => {
      setReason('')
      say(t(words.saved))
    },
  })
  return (
    <Sheet title={t(words.change)}>
      <Form label={t(words.change)} onSend={() => save.act({ seq: component.seq, state, reason })}>
        <Select
          label={t(words.state)}
          value={state}
          options={componentStates.map((value) => ({ value, label: t(componentStateWords[value]) }))}
          onChange={setState}
        />
        <TextField label={t(words.reason)} value={reason} max={200} onChange={setReason} />
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

function History({ history }: Pick<Answer, 'history'>) {
  const { t, tongue } = useTongue()
  const shown = (key: string, value: string) =>
    key === 'state'
      ? componentStates.find((one) => one === value)
        ? t(componentStateWords[value as Component['state']])
        : value
      : value
  const said = ([key, [from, to]]: [string, [string, string]]) => {
    const label = t(componentFieldWords[key as keyof ComponentFields])
    return from === '' ? `${label} ${shown(key, to)}` : `${label} ${shown(key, from)} → ${shown(key, to)}`
  }
  return (
    <Timeline
      label={t(words.history)}
      entries={history.map(({ seq, kind, at, byName, reason, change }) => ({
        id: String(seq),
        at,
        time: minuteOf(at, tongue),
        title: reason || t(words[kind]),
        by: byName,
        text: Object.entries(change).map(said).join('；'),
      }))}
    />
  )
}
