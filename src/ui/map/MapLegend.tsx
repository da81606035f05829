import { useTongue } from '../tongue.tsx'
import type { MapLayer, Ramp, Step, Tone } from './model.ts'
import { rampToken, tokenOf } from './palette.ts'
import { mapWords } from './words.ts'

type Props = { layers: readonly MapLayer[]; off: readonly string[]; onOff(off: readonly string[]): void }

/** What the colours mean; where there are several layers each may be switched off. */
export function MapLegend({ layers, off, onOff }: Props) {
  const { t } = useTongue()
  if (layers.length === 0) return null
  const isAlone = layers.length === 1
  return (
    <ul className="map-legend" aria-label={t(mapWords.legend)}>
      {layers.map((layer) => (
        <li key={layer.id}>
          {isAlone ? (
            <span className="map-layer">{layer.label}</span>
          ) : (
            <label className="map-layer">
              <input
                type="checkbox"
                checked={!off.includes(layer.id)}
                onChange={({ target }) =>
                  onOff(target.checked ? off.filter((id) => id !== layer.id) : [...off, layer.id])
                }
              />
              {layer.label}
            </label>
          )}
          {off.includes(layer.id) ? null : <Meaning layer={layer} />}
        </li>
      ))}
    </ul>
  )
}

function Meaning({ layer }: { layer: MapLayer }) {
  const { t } = useTongue()
  const { steps, ramp } = stepsOf(layer)
  const tones = layer.legend ?? []
  if (steps.length === 0 && tones.length === 0) return null
  return (
    <ul className="map-meanings">
      {tones.map(({ tone, label }) => (
        <Swatch key={tone} colour={tokenOf(tone)} label={label} tone={tone} />
      ))}
      {steps.map(({ from, label }, at) => (
        <Swatch key={from} colour={rampToken(ramp, at)} label={label} />
      ))}
      {steps.length > 0 ? <Swatch colour="transparent" label={t(mapWords.noValue)} /> : null}
    </ul>
  )
}

function stepsOf(layer: MapLayer): { steps: readonly Step[]; ramp: Ramp } {
  const looks = layer.kind === 'areas' ? [layer] : layer.kind === 'tiles' ? layer.shows : []
  for (const look of looks) if ('steps' in look && look.steps) return { steps: look.steps, ramp: look.ramp ?? 'cool' }
  return { steps: [], ramp: 'cool' }
}

const Swatch = ({ colour, label, tone }: { colour: string; label: string; tone?: Tone }) => (
  <li className="map-meaning">
    <span className="map-swatch" data-tone={tone} style={{ background: colour }} aria-hidden="true" />
    {label}
  </li>
)
