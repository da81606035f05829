import { Facts, Page, Stack } from '../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Deliveries } from './Deliveries.tsx'
import { Keys } from './Keys.tsx'
import { Offers } from './Offers.tsx'
import { Partners } from './Partners.tsx'
import { exchangeWords as words } from './words/exchange.ts'
import './Exchange.css'

const views = ['partners', 'deliveries', 'keys', 'offers'] as const
const BASE = '/api/exchange/open311'

/** `/exchange`: partners, what went to them, keys of those who come to us, and what we offer. */
export function Exchange() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const view = views.find((one) => one === search.view) ?? 'partners'
  const tabs = views.map((id) => ({ id, label: t(words[id]) }))
  const shown = { partners: <Partners />, deliveries: <Deliveries />, keys: <Keys />, offers: <Offers /> }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Stack>
        <Facts
          facts={[
            { label: t(words.address), value: <code>{`${BASE}/v2`}</code> },
            {
              label: t(words.discovery),
              value: <a href={`${BASE}/discovery.xml`}>{`${BASE}/discovery.xml`}</a>,
              wide: true,
            },
          ]}
        />
        <Tabs
          label={t(words.views)}
          tabs={tabs}
          value={view}
          onChange={(next) => setSearch({ view: next === 'partners' ? undefined : next })}
        >
          <div className="exchange-lists">{shown[view]}</div>
        </Tabs>
      </Stack>
    </Page>
  )
}
