import type { LngLat } from '../../platform/geo/shapes.ts'
import { useTongue } from '../tongue.tsx'
import type { Chosen, Listed, MapLayer, Pick } from './model.ts'
import { mapWords } from './words.ts'

type Props = {
  layers: readonly MapLayer[]
  listed: readonly Listed[]
  chosen: Chosen | null
  onPick: ((pick: Pick) => void) | undefined
  onGo(at: LngLat): void
}

const MOST = 200

/** The same in words: what is on the map, layer by layer. */
export function MapList({ layers, listed, chosen, onPick, onGo }: Props) {
  const { t, count } = useTongue()
  const heard = layers.filter(({ silent }) => !silent)
  const lines = listed.filter(({ layer }) => heard.some(({ id }) => id === layer))
  if (heard.length === 0) return null
  const pick = ({ id, name, layer, at }: Listed) => {
    if (at !== null) onGo(at)
    onPick?.({ layer, id, name, at: at ?? [0, 0] })
  }
  return (
    <details className="map-list">
      <summary>
        {t(mapWords.list)} · {count(lines.length)}
      </summary>
      {lines.length === 0 ? <p>{t(mapWords.listNone)}</p> : null}
      {heard.map((layer) => {
        const own = lines.filter((line) => line.layer === layer.id)
        if (own.length === 0) return null
        return (
          <section key={layer.id} aria-label={layer.label}>
            <p className="map-list-layer">{layer.label}</p>
            <ul>
              {own.slice(0, MOST).map((line) => (
                <li key={line.id}>
                  <button
                    type="button"
                    className="map-line"
                    aria-current={(chosen?.layer === line.layer && chosen.id === line.id) || undefined}
                    onClick={() => pick(line)}
                  >
                    <span>{line.name}</span>
                    {line.note ? <span className="map-line-note">{line.note}</span> : null}
                  </button>
                </li>
              ))}
            </ul>
            {own.length > MOST ? <p>{t(mapWords.listMore).replace('{count}', count(own.length - MOST))}</p> : null}
          </section>
        )
      })}
    </details>
  )
}
