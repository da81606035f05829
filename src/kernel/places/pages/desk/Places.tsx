import { Page } from '../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { LAYERS_RIGHT } from '../../policy.ts'
import { Addresses } from './Addresses.tsx'
import { Components } from './Components.tsx'
import { Imports } from './Imports.tsx'
import { Layers } from './Layers.tsx'
import { useHasRight } from './reads.ts'
import { placesWords as words } from './words/places.ts'

const contents = { layers: Layers, components: Components, addresses: Addresses, imports: Imports } as const
/** What is asked of one list means nothing to the next. */
const nothing = {
  q: undefined,
  layer: undefined,
  version: undefined,
  level: undefined,
  sort: undefined,
  type: undefined,
}

/** `/places`: layers on the map and as a list, components, addresses, imports with their reports. */
export function Places() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const keeps = useHasRight(LAYERS_RIGHT)
  const tabs: readonly { id: keyof typeof contents; label: string }[] = [
    { id: 'layers', label: t(words.layers) },
    { id: 'components', label: t(words.components) },
    { id: 'addresses', label: t(words.addresses) },
    ...(keeps ? [{ id: 'imports' as const, label: t(words.imports) }] : []),
  ]
  const shown = tabs.find(({ id }) => id === search.tab)?.id ?? 'layers'
  const Tab = contents[shown]
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs label={t(words.title)} tabs={tabs} value={shown} onChange={(tab) => setSearch({ tab, ...nothing })}>
        <Tab />
      </Tabs>
    </Page>
  )
}
