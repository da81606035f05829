import { EmptyState, ErrorState } from '../parts/states.tsx'
import { useTongue } from '../tongue.tsx'
import type { UsedEngine } from './use-engine.ts'
import { mapWords } from './words.ts'

type Props = { engine: UsedEngine; empty: string | undefined }

/** What stands over the map while it is not, or not wholly, there. */
export function MapState({ engine: { state, problem, trouble, retry }, empty }: Props) {
  const { t } = useTongue()
  switch (state) {
    case 'coming':
      return <div className="map-coming bone" />
    case 'no-graphics':
      return <EmptyState icon="info" title={t(mapWords.noGraphics)} text={t(mapWords.noGraphicsText)} />
    case 'failed':
      return <ErrorState problem={problem} onRetry={retry} />
    case 'ready':
      return (
        <>
          {empty === undefined ? null : <p className="map-empty">{empty}</p>}
          {trouble ? (
            <p className="map-note" role="status">
              {t(mapWords.tilesFailed)}
            </p>
          ) : null}
        </>
      )
  }
}
