import { Item, Items, Soft } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'

/** Facilities that no way is near to, and those that are far from one; nothing where all stand by a way. */
export function OffNetwork({ seen: { offNetwork } }: { seen: CoverageView }) {
  const { t, count } = useTongue()
  const { far, unconnected, places } = offNetwork
  if (far + unconnected === 0) return null
  return (
    <details>
      <summary className="soft">{t(words.offNetwork(count(unconnected), count(far)))}</summary>
      <Items label={t(words.offNetwork(count(unconnected), count(far)))}>
        {places.map(({ id, name, kind, metres }) => (
          <Item key={id} title={`${name || t(tryWords.unnamed)} · ${t(kindWords[kind])}`}>
            <Soft>
              {t(metres === null ? words.noWayNear : words.metresOff(count(metres)))} · {id}
            </Soft>
          </Item>
        ))}
      </Items>
    </details>
  )
}
