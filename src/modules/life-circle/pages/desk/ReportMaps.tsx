import { Sheet } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Kind } from '../../model/kinds.ts'
import type { ReportArea, ReportView } from '../../model/report.ts'
import { kindWords } from '../../words/kinds.ts'
import { reportWords as words } from '../words/report.ts'
import { PaperMap } from './PaperMap.tsx'
import { useShare } from './ReportTables.tsx'

/** One map of all, then one for each kind that most people lack. */
export function ReportMaps({ report: { areas, maps, coverage } }: { report: ReportView }) {
  const { t } = useTongue()
  const share = useShare()
  const reachedBy = (kind: Kind) => {
    const people = coverage.kinds.find((one) => one.kind === kind)?.people
    return people ? share(people).whole : '—'
  }
  return (
    <Sheet title={t(words.maps)}>
      <div className="report-maps">
        <PaperMap
          title={t(words.scoreMap)}
          note={t(words.scoreNote)}
          areas={areas.map(({ score, ...area }) => ({ ...area, share: score === null ? null : score / 100 }))}
        />
        {maps.map(({ kind, facilities, gaps, buildings }) => (
          <PaperMap
            key={kind}
            title={t(words.kindMap(kindWords[kind]))}
            note={t(
              words.kindNote(facilities.length, { drawn: gaps.length, all: buildings, reached: reachedBy(kind) }),
            )}
            areas={areas.map((area) => ({ ...area, share: shareOf(area, kind) }))}
            facilities={facilities}
            gaps={gaps}
          />
        ))}
      </div>
    </Sheet>
  )
}

function shareOf({ kinds }: ReportArea, kind: Kind): number | null {
  const people = kinds.find((one) => one.kind === kind)?.people
  return people === undefined || people.of === 0 ? null : people.covered / people.of
}
