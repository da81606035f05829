import { type ImportReport, importTroubles } from '../model/network.ts'
import type { NetworkWhole } from '../model/network-view.ts'

/** So many islands, and troubles of each sort, are shown; the file has them all. */
const SHOWN = 50

/** What a report is shown as. */
export function reportShown({ kilometres, steps, gates, areas, islands, troubles }: ImportReport) {
  const sorts: NetworkWhole['troubles'] = importTroubles.flatMap((trouble) => {
    const all = troubles.filter((one) => one.trouble === trouble).toSorted((p, q) => q.amount - p.amount)
    return all.length === 0 ? [] : [{ trouble, count: all.length, first: all.slice(0, SHOWN) }]
  })
  return {
    ...{ kilometres, steps, gates, areas },
    // The first is the network itself.
    islands: islands
      .slice(1, SHOWN + 1)
      .map(({ nodes, metres, at: [lng, lat] }) => ({ nodes, metres, at: { lng, lat } })),
    troubles: sorts,
  }
}
