import { useMemo } from 'react'
import { useRead } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Address } from '../../model/addresses.ts'
import { addressFieldWords, addressLevelWords, addressStateWords } from '../../words/addresses.ts'
import { TownMap } from '../TownMap.tsx'
import { type AddressRow, AddressTable } from './Addresses.tsx'
import { ChangingAddress } from './AddressForm.tsx'
import { History, type NamedChange } from './History.tsx'
import { PLACES } from './reads.ts'
import { addressWords as words } from './words/addresses.ts'

type Answer = {
  readonly address: AddressRow
  readonly within: readonly { readonly id: string; readonly name: string }[]
  readonly history: NamedChange[]
  readonly can: string[]
}

/** `/places/addresses/:address`: where it is, what stands in it, and everything that was ever said of it. */
export function AddressPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRead<Answer>(`/api/places/addresses/${params.address}`, { topics: [PLACES] })
  const back = (
    <Go look="plain" icon="back" to="/places?tab=addresses">
      {t(words.back)}
    </Go>
  )
  return (
    <Loaded read={read}>
      {({ address, within, history, can }) => (
        <Page title={address.path} acts={back} wide>
          <Stack>
            <About address={address} within={within} />
            <Spot address={address} />
            {address.level === 'room' ? null : (
              <Sheet title={t(words.inside)}>
                <AddressTable query={{ parent: address.id }} caption={t(words.inside)} empty={t(words.nothingInside)} />
                {can.includes('change') ? (
                  <Row>
                    <Go look="plain" to={`/places/addresses/new?in=${address.id}`}>
                      {t(words.enter)}
                    </Go>
                  </Row>
                ) : null}
              </Sheet>
            )}
            {can.includes('change') ? <ChangingAddress key={address.id} address={address} /> : null}
            {history.length === 0 ? null : (
              <Sheet title={t(words.history)}>
                <History history={history} fields={addressFieldWords} values={{ active: addressStateWords }} />
              </Sheet>
            )}
          </Stack>
        </Page>
      )}
    </Loaded>
  )
}

function About({ address, within }: Pick<Answer, 'address' | 'within'>) {
  const { t } = useTongue()
  const above = within.map(({ id, name }) => (
    <Go key={id} to={`/places/addresses/${id}`}>
      {name}
    </Go>
  ))
  return (
    <Sheet title={t(addressLevelWords[address.level])}>
      {above.length > 0 ? <Row>{above}</Row> : null}
      <Facts
        facts={[
          { label: t(words.aliases), value: address.aliases.join('、') },
          { label: t(words.community), value: address.communityName },
          { label: t(words.state), value: t(addressStateWords[`${address.active}`]) },
        ]}
      />
    </Sheet>
  )
}

function Spot({ address: { id, path, lng, lat } }: { address: Address }) {
  const { t } = useTongue()
  const layers = useMemo((): readonly MapLayer[] => {
    if (lng === null || lat === null) return []
    return [{ kind: 'points', id: 'address', label: path, features: [{ id, name: path, at: [lng, lat] }], named: true }]
  }, [id, path, lng, lat])
  if (lng === null || lat === null) return null
  return <TownMap label={t(words.spot)} layers={layers} view={{ centre: [lng, lat], zoom: 16 }} />
}
