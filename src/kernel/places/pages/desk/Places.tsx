import { Page } from '../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useMe } from '../../../people/pages/me.ts'
import { LAYERS_RIGHT } from '../../policy.ts'
import { Components } from './Components.tsx'
import { Imports } from './Imports.tsx'
import { Layers } from './Layers.tsx'
import { placesWords as words } from './words/places.ts'

/** `/places`: layers on the map and as a list, imports with their reports, components. */
export function Places() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const me = useMe()
  const rights = me.data?.kind === 'staff' ? me.data.rights : []
  const keeps = rights.some((right) => right === '*' || right === 'places.*' || right === LAYERS_RIGHT)
  const tabs = [
    { id: 'layers', label: t(words.layers) },
    { id: 'components', label: t(words.components) },
    ...(keeps ? [{ id: 'imports', label: t(words.imports) }] : []),
  ]
  const shown = tabs.find(({ id }) => id === search.tab)?.id ?? 'layers'
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs
        label={t(words.title)}
        tabs={tabs}
        value={shown}
        onChange={(tab) => setSearch({ tab, q: undefined, layer: undefined, version: undefined })}
      >
        {shown === 'imports' ? <Imports /> : shown === 'components' ? <Components /> : <Layers />}
      </Tabs>
    </Page>
  )
}
