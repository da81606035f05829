import { percent } from '../../../../ui/format.ts'
import { Sheet } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { KindCoverageView, ShareView } from '../../model/circle.ts'
import type { ReportArea, ReportView } from '../../model/report.ts'
import { levelWords, unitWords, walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords } from '../words/planner.ts'
import { reportWords as words } from '../words/report.ts'

type Props = { report: ReportView }

/** A share as it stands on paper: the per cent, the two counts, and both in one line. */
export function useShare() {
  const { count, tongue } = useTongue()
  return ({ covered, of }: ShareView) => {
    const rate = percent(Math.round(covered), Math.round(of)) ?? '—'
    const counts = `${count(Math.round(covered))} / ${count(Math.round(of))}`
    return { rate, counts, whole: tongue === 'zh' ? `${rate}（${counts}）` : `${rate} (${counts})` }
  }
}

export function ByKind({ report: { coverage, demands } }: Props) {
  const { t, count } = useTongue()
  const share = useShare()
  const mark = new Map(demands.map((one) => [one.kind, one.mark]))
  return (
    <Sheet title={t(words.byKind)}>
      <Table<KindCoverageView>
        caption={t(words.byKind)}
        hideCaption
        rows={coverage.kinds}
        rowId={({ kind }) => kind}
        columns={[
          { id: 'kind', title: t(plannerWords.kind), cell: ({ kind }) => t(kindWords[kind]) },
          { id: 'level', title: t(plannerWords.level), cell: ({ level }) => t(levelWords[level]) },
          {
            id: 'minutes',
            title: t(plannerWords.limit),
            align: 'end',
            cell: ({ minutes }) => t(plannerWords.minutes(minutes)),
          },
          { id: 'mark', title: t(words.mark), cell: ({ kind }) => mark.get(kind) ?? '—' },
          { id: 'places', title: t(plannerWords.count), align: 'end', cell: ({ facilities }) => count(facilities) },
          { id: 'share', title: t(words.share), align: 'end', cell: ({ people }) => share(people).rate },
          { id: 'counts', title: t(words.covered), align: 'end', cell: ({ people }) => share(people).counts },
          { id: 'built', title: t(words.buildings), align: 'end', cell: ({ buildings }) => share(buildings).counts },
        ]}
      />
    </Sheet>
  )
}

/** 千人指标: near is one thing, large enough another. Only where the profile asks for a size. */
export function BySize({ report: { coverage } }: Props) {
  const { t, count } = useTongue()
  // A size is of all that stands there, also of what is closed at the hour that is asked for.
  const rows = coverage.kinds.flatMap(({ kind, facilities, hours, sufficiency }) =>
    sufficiency ? [{ kind, facilities: facilities + (hours ? hours.closed + hours.unknown : 0), ...sufficiency }] : [],
  )
  if (rows.length === 0) return null
  return (
    <Sheet title={t(words.size)}>
      <Table<(typeof rows)[number]>
        caption={t(words.size)}
        hideCaption
        rows={rows}
        rowId={({ kind }) => kind}
        columns={[
          { id: 'kind', title: t(plannerWords.kind), cell: ({ kind }) => t(kindWords[kind]) },
          {
            id: 'have',
            title: t(words.sizeHave),
            align: 'end',
            cell: ({ have, unit, facilities, unknown }) =>
              facilities === unknown ? '—' : `${count(Math.round(have))} ${t(unitWords[unit])}`,
          },
          {
            id: 'asked',
            title: t(words.sizeAsked),
            align: 'end',
            cell: ({ asked, unit }) => `${count(asked)} ${t(unitWords[unit])}`,
          },
          {
            id: 'known',
            title: t(words.sizeKnown),
            align: 'end',
            cell: ({ facilities, unknown }) => `${count(facilities - unknown)} / ${count(facilities)}`,
          },
        ]}
      />
    </Sheet>
  )
}

export function ByArea({ report: { areas } }: Props) {
  const { t } = useTongue()
  const share = useShare()
  return (
    <Sheet title={t(words.byArea)}>
      <Table<ReportArea>
        caption={t(words.byArea)}
        hideCaption
        rows={areas}
        rowId={({ code }) => code}
        columns={[
          { id: 'name', title: t(plannerWords.area), cell: ({ name }) => name },
          {
            id: 'score',
            title: t(plannerWords.score),
            align: 'end',
            cell: ({ score }) => (score === null ? '—' : score.toFixed(1)),
          },
          { id: 'all', title: t(plannerWords.all), align: 'end', cell: ({ all }) => share(all).rate },
          { id: 'counts', title: t(words.covered), align: 'end', cell: ({ all }) => share(all).counts },
        ]}
      />
    </Sheet>
  )
}

const MOST = 5

export function ByWalker({ report: { walkers, coverage } }: Props) {
  const { t, count } = useTongue()
  const share = useShare()
  const musts = new Set(coverage.kinds.filter(({ level }) => level === 'must').map(({ kind }) => kind))
  const lacking = ({ of, covered }: ShareView) => Math.round(of - covered)
  const worst = ({ kinds }: ReportView['walkers'][number]) =>
    kinds
      .filter(({ kind, people }) => musts.has(kind) && lacking(people) > 0)
      .toSorted((a, b) => lacking(b.people) - lacking(a.people))
      .slice(0, MOST)
  return (
    <div className="report-keep">
      <Sheet title={t(words.byWalker)}>
        <Table<ReportView['walkers'][number]>
          caption={t(words.byWalker)}
          hideCaption
          rows={walkers}
          rowId={({ walker }) => walker}
          columns={[
            { id: 'walker', title: t(plannerWords.walker), cell: ({ walker }) => t(walkerWords[walker]) },
            {
              id: 'pace',
              title: t(words.pace),
              cell: ({ metresPerMinute, mark }) => `${t(words.paceLine(metresPerMinute))} ${mark}`,
            },
            { id: 'out', title: t(words.lackAll), align: 'end', cell: ({ all }) => count(lacking(all)) },
            { id: 'all', title: t(words.covered), align: 'end', cell: ({ all }) => share(all).counts },
            {
              id: 'most',
              title: t(words.lackMost),
              cell: (row) => (
                <ul className="report-most">
                  {worst(row).map(({ kind, people }) => (
                    <li key={kind}>
                      {t(words.lackLine(kindWords[kind], count(lacking(people)), count(Math.round(people.of))))}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Sheet>
    </div>
  )
}
