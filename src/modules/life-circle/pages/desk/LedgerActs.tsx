import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Row } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { ledgerWords as words } from '../words/ledger.ts'
import { ImportFile } from './ImportFile.tsx'

type Props = {
  to: 'facilities' | 'spots'
  add: string
  /** What of the ledger goes into the file. */
  filters: Readonly<Record<string, string | undefined>>
  onAdd(): void
}

/** What one does with a whole ledger: write a line of it, bring a file in, take one out, take an empty one. */
export function LedgerActs({ to, add, filters, onAdd }: Props) {
  const { t } = useTongue()
  const file = (format: string, template?: boolean) =>
    withQuery(`/api/life-circle/${to}/export`, { ...filters, format, template })
  return (
    <Row>
      <Button kind="primary" icon="plus" onPress={onAdd}>
        {add}
      </Button>
      <ImportFile to={to} />
      <Go to={file('xlsx')} look="plain">
        Excel
      </Go>
      <Go to={file('geojson')} look="plain">
        GeoJSON
      </Go>
      <Go to={file('xlsx', true)}>{t(words.template)}</Go>
    </Row>
  )
}
