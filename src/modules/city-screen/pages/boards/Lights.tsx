import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Board, type BoardLight, boardLights, type LightCounts } from '../../model.ts'
import { nowhereWords } from '../../words.ts'
import { useAddresses, useBoard } from '../reads.ts'
import '../replay.css'
import '../screen.css'
import { boardWords, lightWords, screenPageWords as words } from '../words.ts'

type Row = Board['lights']['areas'][number]

export const lampOf = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  held: 'off',
  none: 'off',
} as const satisfies Record<BoardLight, LightColour>
const reddestFirst = ['red', 'yellow', 'green', 'held'] as const satisfies readonly BoardLight[]

/** How what is open stands, in the whole district and street by street. */
export function AreaLights() {
  return (
    <Loaded read={useBoard()}>
      {({ lights }) => (
        <div className="lights-board">
          <Whole counts={lights.whole} />
          <LightTable by="area" rows={lights.areas} />
        </div>
      )}
    </Loaded>
  )
}

export function UnitLights() {
  return <Loaded read={useBoard()}>{({ lights }) => <LightTable by="unit" rows={lights.units} />}</Loaded>
}

function Whole({ counts }: { counts: LightCounts }) {
  const { t, count } = useTongue()
  const { lightAddress } = useAddresses()
  const shown = boardLights.filter((light) => light !== 'none' || counts.none > 0)
  return (
    <ul className="lights-whole">
      {shown.map((light) => (
        <li key={light}>
          <Go to={lightAddress(light)} className="light-count">
            <strong>{count(counts[light])}</strong>
            <Light colour={lampOf[light]} label={t(lightWords[light])} look="plain" />
          </Go>
        </li>
      ))}
    </ul>
  )
}

function LightTable({ by, rows }: { by: 'unit' | 'area'; rows: readonly Row[] }) {
  const { t, count } = useTongue()
  const { lightAddress } = useAddresses()
  if (rows.length === 0) return <p className="only-now">{t(words.noneOpen)}</p>
  const nameOf = ({ key, name }: Row) => (key === '' ? t(nowhereWords[by]) : name)
  const columns: Column<Row>[] = [
    { id: 'name', title: t(by === 'unit' ? words.unit : words.place), cell: nameOf },
    ...reddestFirst.map((light) => ({
      id: light,
      title: t(lightWords[light]),
      align: 'end' as const,
      cell: (row: Row) =>
        row[light] === 0 ? (
          <span className="nought">0</span>
        ) : (
          <Go
            to={lightAddress(light, by, row.key)}
            className="count-link"
            tone={light}
            name={`${nameOf(row)} ${t(lightWords[light])} ${count(row[light])}`}
          >
            {count(row[light])}
          </Go>
        ),
    })),
  ]
  const caption = t(by === 'unit' ? boardWords.unitLights : boardWords.lights)
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowId={({ key }) => key || 'none'} />
}
