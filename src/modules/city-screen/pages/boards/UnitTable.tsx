import { percent } from '../../../../ui/format.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Board } from '../../model.ts'
import { useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { boardWords, screenPageWords as words } from '../words.ts'

type Row = Board['table']['rows'][number]
type Cell = Row['cells'][number]

/** Unit by unit, every share with the two counts it is made of. */
export function UnitTable() {
  const { t } = useTongue()
  const { figureAddress } = useAddresses()
  return (
    <Loaded
      read={useBoard()}
      empty={{ when: ({ table }) => table.rows.length === 0, show: <EmptyState title={t(words.noFigures)} /> }}
    >
      {({ table, from, to }) => (
        <Table
          caption={t(boardWords.units)}
          hideCaption
          rows={table.rows}
          rowId={({ unit }) => unit || 'none'}
          columns={[
            { id: 'name', title: t(words.unit), cell: ({ name }) => name },
            ...table.columns.map(
              ({ key, title }, at): Column<Row> => ({
                id: key,
                title: t(title),
                align: 'end',
                cell: ({ unit, name, cells }) => {
                  const cell = cells[at]
                  return cell ? (
                    <CellLink cell={cell} to={figureAddress(key, { unit, from, to })} name={`${name} ${t(title)}`} />
                  ) : null
                },
              }),
            ),
          ]}
        />
      )}
    </Loaded>
  )
}

function CellLink({ cell: { numerator, denominator, value }, to, name }: { cell: Cell; to: string; name: string }) {
  const { count } = useTongue()
  if (denominator === null)
    return numerator === 0 ? (
      <span className="nought">0</span>
    ) : (
      <Go to={to} className="count-link" name={`${name} ${count(numerator)}`}>
        {count(numerator)}
      </Go>
    )
  if (value === null) return <span className="nought">—</span>
  const share = percent(numerator, denominator) ?? '—'
  return (
    <Go to={to} className="count-link" name={`${name} ${share} ${count(numerator)}/${count(denominator)}`}>
      {share}
      <span className="cell-parts">
        {count(numerator)}/{count(denominator)}
      </span>
    </Go>
  )
}
