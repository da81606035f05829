import { type Static, Type } from 'typebox'
import { OrNull } from '../../../kernel/cases/model/views.ts'
import { importTroubles } from './network.ts'

const Count = Type.Integer({ minimum: 0 })
const Point = Type.Object({ lng: Type.Number(), lat: Type.Number() })

/** A walking network in one version. `people` is null where they were spread over floor area. */
export const NetworkLine = Type.Object(
  {
    version: Type.Integer(),
    source: Type.String(),
    sourceHash: Type.String(),
    populationSource: OrNull(Type.String()),
    nodes: Count,
    edges: Count,
    origins: Count,
    people: Type.Number(),
    islands: Count,
    troubles: Count,
    importedAt: Type.String(),
    importedBy: Type.String(),
  },
  { title: 'LifeCircleNetwork' },
)
export type NetworkLine = Static<typeof NetworkLine>

export const TroubleLine = Type.Object({
  trouble: Type.Enum([...importTroubles]),
  of: Type.String(),
  amount: Type.Number(),
})

/** What the import saw: islands largest first, troubles counted by sort and the first of each listed. */
export const NetworkWhole = Type.Object(
  {
    ok: Type.Literal(true),
    network: NetworkLine,
    kilometres: Type.Number(),
    steps: Type.Number({ description: 'kilometres of stairs' }),
    gates: Count,
    areas: Count,
    islands: Type.Array(Type.Object({ nodes: Count, metres: Type.Number(), at: Point })),
    troubles: Type.Array(
      Type.Object({ trouble: Type.Enum([...importTroubles]), count: Count, first: Type.Array(TroubleLine) }),
    ),
  },
  { title: 'LifeCircleNetworkWhole' },
)
export type NetworkWhole = Static<typeof NetworkWhole>
