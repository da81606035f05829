import { lazy, Suspense, useState } from 'react'
import { useRead, withQuery } from '../../../ui/api/reads.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Row, Soft } from '../../../ui/parts/layout.tsx'
import { LoadingState } from '../../../ui/parts/states.tsx'
import { useSpot } from '../../../ui/spot.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { uiWords } from '../../../ui/words.ts'
import type { WhereaboutsView } from '../model/views.ts'
import './PointField.css'
import { pointWords as words } from './words.ts'

/** Longitude and latitude in degrees, WGS84. */
export type Point = { readonly lng: number; readonly lat: number }

/** The map comes only to whoever opens it: a form is written on a poor line. */
const PointMap = lazy(async () => ({ default: (await import('./PointMap.tsx')).PointMap }))

type Props = {
  value: Point | null
  onChange(value: Point | null): void
  hint?: string | undefined
  /** Whoever writes sits elsewhere: where his device is says nothing. */
  isElsewhere?: boolean
}

/** From so many metres on it is said how rough a position is. */
const ROUGH = 50

/** Where something is, by the device or by the map, told in the names of the place; always optional. */
export function PointField({ value, onChange, hint, isElsewhere = false }: Props) {
  const { t } = useTongue()
  const { spot, find, busy, said, clear } = useSpot()
  const [isOpen, setOpen] = useState(false)
  const put = (point: Point | null) => {
    clear()
    setOpen(false)
    onChange(point)
  }
  const here = async () => {
    const found = await find()
    if (found) onChange({ lng: found.lng, lat: found.lat })
  }
  const within = value && spot?.lng === value.lng && spot.lat === value.lat ? (spot.accuracy ?? 0) : 0
  return (
    <fieldset className="point-field">
      <legend className="field-label">
        {t(words.label)}
        <span className="field-mark">{t(uiWords.optional)}</span>
      </legend>
      <span className="field-hint">{hint ?? t(words.hint)}</span>
      <div role="status">
        {value ? <PointSaid point={value} /> : null}
        {within >= ROUGH ? <Soft>{t(words.rough(within))}</Soft> : null}
        {said ? <Soft>{t(said)}</Soft> : null}
      </div>
      <Row>
        {isElsewhere ? null : (
          <Button icon="pin" busy={busy} onPress={() => void here()}>
            {t(words.here)}
          </Button>
        )}
        <Button icon="map" onPress={() => setOpen(true)}>
          {t(value ? words.again : words.onMap)}
        </Button>
        {value ? (
          <Button kind="quiet" icon="cross" onPress={() => put(null)}>
            {t(words.remove)}
          </Button>
        ) : null}
      </Row>
      {isOpen ? <MapDialog value={value} onTake={put} onClose={() => setOpen(false)} /> : null}
    </fieldset>
  )
}

type DialogProps = { value: Point | null; onTake(point: Point): void; onClose(): void }

function MapDialog({ value, onTake, onClose }: DialogProps) {
  const { t } = useTongue()
  const [picked, setPicked] = useState(value)
  return (
    <Dialog
      open
      title={t(words.title)}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t(words.cancel)}</Button>
          <Button
            kind="primary"
            blocked={picked ? undefined : t(words.notYet)}
            onPress={() => (picked ? onTake(picked) : undefined)}
          >
            {t(words.take)}
          </Button>
        </>
      }
    >
      <Soft>{t(words.how)}</Soft>
      <Suspense fallback={<LoadingState shape="figures" count={1} />}>
        <PointMap point={picked} onPick={setPicked} />
      </Suspense>
      <div role="status">{picked ? <PointSaid point={picked} /> : null}</div>
    </Dialog>
  )
}

/** A point in the names of the place; where they cannot be had, that it is noted, and in figures. */
function PointSaid({ point: { lng, lat } }: { point: Point }) {
  const { t } = useTongue()
  const read = useRead<WhereaboutsView>(withQuery('/api/places/at', { lng, lat }))
  const figures = `${lng.toFixed(5)}, ${lat.toFixed(5)}`
  if (read.data === undefined)
    return (
      <span>
        {t(words.taken)}{' '}
        <Soft>{`${figures} · ${t(read.isError || read.isPaused ? words.unknown : words.seeking)}`}</Soft>
      </span>
    )
  const { street, community, 'social-grid': grid } = read.data
  const names = [street, community, grid].flatMap((area) => area?.name ?? [])
  return (
    <span>
      {t(words.taken)} {names.length > 0 ? <strong>{names.join(' · ')}</strong> : t(words.outside)}
    </span>
  )
}
