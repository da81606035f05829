import { useState } from 'react'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PartnerView } from '../../model/views.ts'
import { EXCHANGE } from './Deliveries.tsx'
import { freshPartner, PartnerForm } from './PartnerForm.tsx'
import { exchangeWords as words } from './words/exchange.ts'

/** Other systems to which cases are passed on. */
export function Partners() {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly PartnerView[] }>('/api/exchange/partners', { topics: [EXCHANGE] })
  const [edited, setEdited] = useState<PartnerView | null>(null)
  return (
    <Stack>
      {edited ? (
        <PartnerForm key={edited.id} partner={edited} onClose={() => setEdited(null)} />
      ) : (
        <Row>
          <Button icon="plus" onPress={() => setEdited(freshPartner)}>
            {t(words.add)}
          </Button>
        </Row>
      )}
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(words.none)} />
          ) : (
            <Table
              caption={t(words.partners)}
              hideCaption
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'name', title: t(words.name), cell: ({ name }) => name },
                { id: 'url', title: t(words.url), cell: ({ url }) => <code>{url}</code> },
                { id: 'state', title: t(words.state), cell: (row) => <Standing partner={row} /> },
                { id: 'mappings', title: t(words.mappings), align: 'end', cell: ({ mappings }) => mappings.length },
                {
                  id: 'deliveries',
                  title: t(words.deliveries),
                  align: 'end',
                  cell: ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0),
                },
                {
                  id: 'edit',
                  title: t(words.edit),
                  cell: (row) => (
                    <Button name={`${t(words.edit)} ${row.name}`} onPress={() => setEdited(row)}>
                      {t(words.edit)}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Stack>
  )
}

function Standing({ partner: { active, error } }: { partner: PartnerView }) {
  const { t } = useTongue()
  if (!active) return <Light colour="off" label={t(words.off)} />
  return error === null ? (
    <Light colour="green" label={t(words.on)} />
  ) : (
    <Light colour="red" label={t(words.failing(error))} />
  )
}
