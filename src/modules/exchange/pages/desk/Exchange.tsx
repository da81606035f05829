import { useState } from 'react'
import { Facts, Page, Stack } from '../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Deliveries } from './Deliveries.tsx'
import { Keys } from './Keys.tsx'
import { Offers } from './Offers.tsx'
import { Partners } from './Partners.tsx'
import { exchangeWords as words } from './words/exchange.ts'
import './Exchange.css'

type View = 'partners' | 'deliveries' | 'keys' | 'offers'
const BASE = '/api/exchange/open311'

/** `/exchange`: partners, what went to them, keys of those who come to us, and what we offer. */
export function Exchange() {
  const { t } = useTongue()
  const [view, setView] = useState<View>('partners')
  const tabs = (['partners', 'deliveries', 'keys', 'offers'] as const).map((id) => ({ id, label: t(words[id]) }))
  const shown = { partners: <Partners />, deliveries: <Deliveries />, keys: <Keys />, offers: <Offers /> }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Stack>
        <Facts
          facts={[
            { label: t(words.address), value: <code>{`${BASE}/v2`}</code> },
            { label: t(words.discovery), value: <a href={`${BASE}/discovery.xml`}>{`${BASE}/discovery.xml`}</a> },
          ]}
        />
        <Tabs label={t(words.views)} tabs={tabs} value={view} onChange={setView}>
          <div className="exchange-lists">{shown[view]}</div>
        </Tabs>
      </Stack>
    </Page>
  )
}
