import type { ReactNode } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Table.css'

export type Column<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end, so that their digits line up. */
  align?: 'start' | 'end'
  /** The order the list can be asked for by this column. */
  sort?: string
}

/** The order a list is in, and how another is asked for. */
export type Sorting = { readonly by: string; onSort(by: string): void }

type Props<Row> = {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  sorting?: Sorting | undefined
}

/** A short table of the wall or the public page; the first column names the row. Long lists of the desk are antd's. */
export const Table = <Row,>({ caption, hideCaption = false, columns, rows, rowId, sorting }: Props<Row>) => (
  // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, for the board around it has the same name
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
  <div role="group" className="table-frame" tabIndex={0} aria-label={caption}>
    <table className="table">
      <caption className={hideCaption ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.id} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map(({ id, title, cell, align }, at) =>
              at === 0 ? (
                <th key={id} scope="row" data-align={align}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} data-align={align} data-title={title}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

type HeadingProps = { column: Pick<Column<never>, 'title' | 'align' | 'sort'>; sorting: Sorting | undefined }

function Heading({ column: { title, align, sort }, sorting }: HeadingProps) {
  const { t } = useTongue()
  if (sort === undefined || sorting === undefined)
    return (
      <th scope="col" data-align={align}>
        {title}
      </th>
    )
  const here = sorting.by === sort
  return (
    <th scope="col" data-align={align} aria-sort={here ? (sort.startsWith('-') ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="table-sort"
        data-here={here}
        title={t(uiWords.sortBy)}
        onClick={() => sorting.onSort(sort)}
      >
        {title}
      </button>
    </th>
  )
}
