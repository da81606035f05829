import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { serviceTypes } from '../../model/georeport.ts'
import type { OfferView } from '../../model/views.ts'
import { typeWords } from '../../words/passing.ts'
import { EXCHANGE } from './Deliveries.tsx'
import { exchangeWords as words } from './words/exchange.ts'

/** Every matter that may be offered to other systems, whether it is, and what comes back at once. */
export function Offers() {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly OfferView[] }>('/api/exchange/services', { topics: [EXCHANGE] })
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Table
          caption={t(words.offers)}
          hideCaption
          rows={rows}
          rowId={({ matter }) => matter}
          columns={[
            { id: 'name', title: t(words.matter), cell: ({ name }) => t(name) },
            { id: 'code', title: t(words.serviceCode), cell: ({ code }) => <code>{code}</code> },
            { id: 'attributes', title: t(words.attributes), align: 'end', cell: ({ attributes }) => attributes },
            { id: 'type', title: t(words.type), cell: (offer) => <Answers offer={offer} /> },
            { id: 'offered', title: t(words.offered), cell: (offer) => <Offered offer={offer} /> },
          ]}
        />
      )}
    </Loaded>
  )
}

const useChange = ({ matter }: OfferView) =>
  useAct<Pick<OfferView, 'type' | 'offered'>>(`/api/exchange/services/${matter}`, {
    method: 'PUT',
    changes: [EXCHANGE],
  })

function Answers({ offer }: { offer: OfferView }) {
  const { t } = useTongue()
  const change = useChange(offer)
  return (
    <Select
      label={`${t(words.type)} ${t(offer.name)}`}
      unseenLabel
      value={offer.type}
      onChange={(type) => change.act({ type, offered: offer.offered })}
      options={serviceTypes.map((value) => ({ value, label: t(typeWords[value]) }))}
    />
  )
}

function Offered({ offer }: { offer: OfferView }) {
  const { t } = useTongue()
  const change = useChange(offer)
  return (
    <CheckBox checked={offer.offered} onChange={(offered) => change.act({ type: offer.type, offered })}>
      <span className="unseen">{t(offer.name)}</span>
    </CheckBox>
  )
}
