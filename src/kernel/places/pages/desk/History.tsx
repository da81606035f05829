import type { Said } from '../../../../platform/words.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ComponentChange } from '../../model/components.ts'
import { placesWords as words } from './words/places.ts'

export type NamedChange = ComponentChange & { readonly byName: string }

type Props = {
  readonly history: readonly NamedChange[]
  readonly fields: Readonly<Record<string, Said>>
  /** How a value is told; by itself where nothing is said. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Said>>>>
}

/** Everything that was ever said of a thing, from what to what. */
export function History({ history, fields, values = {} }: Props) {
  const { t, tongue } = useTongue()
  const shown = (key: string, value: string) => {
    const word = values[key]?.[value]
    return word ? t(word) : value
  }
  const said = ([key, [from, to]]: [string, [string, string]]) => {
    const label = fields[key]
    const told = from === '' ? shown(key, to) : `${shown(key, from)} → ${shown(key, to)}`
    return label ? `${t(label)} ${told}` : told
  }
  return (
    <Timeline
      label={t(words.history)}
      entries={history.map(({ seq, kind, at, byName, reason, change }) => ({
        id: String(seq),
        at,
        time: minuteOf(at, tongue),
        title: reason || t(words[kind]),
        by: byName,
        text: Object.entries(change).map(said).join('；'),
      }))}
    />
  )
}
