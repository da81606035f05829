import type { CSSProperties } from 'react'
import type { LngLat } from '../../platform/geo/shapes.ts'
import { Button } from '../parts/Button.tsx'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { useTongue } from '../tongue.tsx'
import type { Pen } from './pen.ts'
import type { MyPosition } from './position.ts'
import type { UsedEngine } from './use-engine.ts'
import { mapWords } from './words.ts'

type Props = { engine: UsedEngine; pen: Pen; position: MyPosition | null; onWhole(): void }

/** The buttons on the map. */
export function MapTools({ engine: { current, zoom }, pen, position, onWhole }: Props) {
  const { t } = useTongue()
  const find = async () => {
    const at = await position?.find()
    if (at) current?.go({ centre: at, zoom: 17 })
  }
  return (
    <>
      <div className="map-tools">
        <Tool icon="plus" name={t(mapWords.zoomIn)} onPress={() => current?.zoomBy(1)} />
        <Tool icon="minus" name={t(mapWords.zoomOut)} onPress={() => current?.zoomBy(-1)} />
        <Tool icon="whole" name={t(mapWords.whole)} onPress={onWhole} />
        {position ? <Tool icon="target" name={t(mapWords.mine)} busy={position.busy} onPress={find} /> : null}
        {pen.isOffered ? <Tool icon="lasso" name={t(mapWords.draw)} pressed={pen.isOpen} onPress={pen.open} /> : null}
      </div>
      <Scale metresPerPixel={current?.metresPerPixel() ?? 1} zoom={zoom} />
    </>
  )
}

type ToolProps = { icon: IconName; name: string; pressed?: boolean; busy?: boolean; onPress(): void }

const Tool = ({ icon, name, pressed, busy = false, onPress }: ToolProps) => (
  <button
    type="button"
    className="map-tool"
    aria-label={name}
    title={name}
    aria-pressed={pressed}
    aria-busy={busy || undefined}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
)

const rounds = [1, 2, 5]

/** How long a hundred metres are: the roundest length that fits. */
function Scale({ metresPerPixel, zoom }: { metresPerPixel: number; zoom: number }) {
  const { t } = useTongue()
  const most = metresPerPixel * 96
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * (rounds.filter((round) => round * power <= most).at(-1) ?? 1)
  const words = metres >= 1_000 ? mapWords.kilometres : mapWords.metres
  return (
    <span
      className="map-scale"
      data-zoom={zoom.toFixed(1)}
      style={{ '--scale': `${metres / metresPerPixel}px` } as CSSProperties}
    >
      {t(words).replace('{count}', String(metres >= 1_000 ? metres / 1_000 : metres))}
    </span>
  )
}

/** What is said and pressed while an area is drawn, and once it is there. */
export function MapPen({ pen, centre }: { pen: Pen; centre(): LngLat | null }) {
  const { t } = useTongue()
  if (!pen.isOpen && pen.corners.length === 0) return null
  if (!pen.isOpen)
    return (
      <div className="map-pen">
        <Button icon="cross" onPress={pen.clear}>
          {t(mapWords.drawClear)}
        </Button>
      </div>
    )
  const blocked = pen.missing > 0 ? t(mapWords.drawMore).replace('{count}', String(pen.missing)) : undefined
  const addCentre = () => {
    const at = centre()
    if (at) pen.add(at)
  }
  return (
    <div className="map-pen">
      <p role="status">{t(mapWords.drawHow)}</p>
      <div className="map-pen-acts">
        <Button kind="primary" icon="check" blocked={blocked} onPress={pen.done}>
          {t(mapWords.drawDone)}
        </Button>
        <Button icon="plus" onPress={addCentre}>
          {t(mapWords.drawAdd)}
        </Button>
        {pen.corners.length > 0 ? <Button onPress={pen.back}>{t(mapWords.drawBack)}</Button> : null}
        <Button onPress={pen.clear}>{t(mapWords.drawCancel)}</Button>
      </div>
    </div>
  )
}
