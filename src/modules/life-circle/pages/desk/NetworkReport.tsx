import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Item, Items, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { NetworkWhole } from '../../model/network-view.ts'
import { troubleSentence } from '../../words/engine.ts'
import { networkWords as words } from '../words/network.ts'

/** What the import of one version saw: nothing of it is dropped in silence. */
export function NetworkReport({ version }: { version: number }) {
  const { t } = useTongue()
  const at = `/api/life-circle/networks/${version}`
  const read = useRead<NetworkWhole>(at)
  return (
    <Sheet
      title={t(words.reportOf(version))}
      acts={
        <Go to={withQuery(`${at}/troubles`, { format: 'xlsx' })} look="plain">
          {t(words.download)}
        </Go>
      }
    >
      <Loaded read={read}>
        {(seen) => (
          <Stack>
            <Figures seen={seen} />
            <Islands seen={seen} />
            <Troubles seen={seen} />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

function Figures({ seen: { kilometres, steps, gates, areas } }: { seen: NetworkWhole }) {
  const { t, count } = useTongue()
  return (
    <Facts
      facts={[
        { label: t(words.length), value: t(words.km(kilometres.toFixed(1))) },
        { label: t(words.steps), value: t(words.km(steps.toFixed(1))) },
        { label: t(words.gates), value: count(gates) },
        { label: t(words.areas), value: count(areas) },
      ]}
    />
  )
}

function Islands({ seen: { islands } }: { seen: NetworkWhole }) {
  const { t, count } = useTongue()
  if (islands.length === 0) return <Soft>{t(words.noIslands)}</Soft>
  return (
    <TownMap
      label={t(words.islands)}
      layers={[
        {
          kind: 'points',
          id: 'islands',
          label: t(words.islands),
          features: islands.map(({ nodes, metres, at }, index) => ({
            id: String(index),
            name: t(words.island(count(nodes), (metres / 1_000).toFixed(2))),
            tone: 'warn',
            at: [at.lng, at.lat],
          })),
        },
      ]}
    />
  )
}

function Troubles({ seen: { troubles } }: { seen: NetworkWhole }) {
  const { t, count } = useTongue()
  if (troubles.length === 0) return <Soft>{t(words.noTroubles)}</Soft>
  return (
    <>
      {troubles.map(({ trouble, count: all, first }) => (
        <details key={trouble}>
          <summary>
            {t(words.sorts[trouble])} · {count(all)}
          </summary>
          <Soft>{t(words.firstOf(first.length, count(all)))}</Soft>
          <Items label={t(words.sorts[trouble])}>
            {first.map((one) => (
              <Item key={`${one.of} ${one.amount}`} title={t(troubleSentence(one))} />
            ))}
          </Items>
        </details>
      ))}
    </>
  )
}
