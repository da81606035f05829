import { useMemo } from 'react'
import { useRead } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Component } from '../../model/components.ts'
import { componentFieldWords, componentStateWords } from '../../words/components.ts'
import { TownMap } from '../TownMap.tsx'
import { ChangingComponent } from './ComponentForm.tsx'
import type { ComponentRow } from './Components.tsx'
import { History, type NamedChange } from './History.tsx'
import { PLACES } from './reads.ts'
import { placesWords as words } from './words/places.ts'

type Answer = {
  readonly component: Component & ComponentRow
  readonly history: NamedChange[]
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
            {can.includes('change') ? <ChangingComponent key={component.code} url={url} component={component} /> : null}
            <Sheet title={t(words.history)}>
              <History history={history} fields={componentFieldWords} values={{ state: componentStateWords }} />
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
