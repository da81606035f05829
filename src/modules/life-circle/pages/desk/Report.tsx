import { formatDay } from '../../../../kernel/worktime/rules.ts'
import type { Day } from '../../../../platform/time.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ReportView } from '../../model/report.ts'
import { walkerWords } from '../../words/facilities.ts'
import { SixAspects } from '../SixAspects.tsx'
import { hoursWords } from '../words/hours.ts'
import { ledgerWords } from '../words/ledger.ts'
import { plannerWords } from '../words/planner.ts'
import { markWords, reportWords as words } from '../words/report.ts'
import { ReportMaps } from './ReportMaps.tsx'
import { ByArea, ByKind, BySize, ByWalker, useShare } from './ReportTables.tsx'
import './report.css'

/** `/life-circle/report`: everything about a district or an area on A4, printed or saved by the browser. */
export function Report() {
  const { t } = useTongue()
  const { search } = usePlace()
  const { profile, walker, area, kind, openAt } = search
  const read = useRead<ReportView>(withQuery('/api/life-circle/report', { profile, walker, area, kind, openAt }))
  return (
    <div className="report">
      <Page
        title={t(words.title)}
        wide
        acts={
          <div className="no-print row">
            <Go to={withQuery('/life-circle', search)}>{t(words.back)}</Go>
            <Button kind="primary" onPress={() => window.print()}>
              {t(words.print)}
            </Button>
          </div>
        }
      >
        <Loaded read={read}>{(report) => <Paper report={report} />}</Loaded>
      </Page>
    </div>
  )
}

const Paper = ({ report }: { report: ReportView }) => (
  <Stack>
    <Head report={report} />
    <Whole report={report} />
    <ByKind report={report} />
    <BySize report={report} />
    <ByArea report={report} />
    <ByWalker report={report} />
    <ReportMaps report={report} />
  </Stack>
)

function Head({ report: { coverage, day, profile } }: { report: ReportView }) {
  const { t, tongue, count } = useTongue()
  const { reckoned, area, hours } = coverage
  const source = `${profile.mark} ${profile.source}（${t(markWords[profile.mark])}）`
  return (
    <Sheet>
      <Facts
        facts={[
          { label: t(words.where), value: area?.name ?? t(plannerWords.wholeDistrict) },
          { label: t(words.day), value: formatDay(day as Day)[tongue] },
          { label: t(words.profile), value: t(words.profileVersion(reckoned.profileName, reckoned.profileVersion)) },
          { label: t(words.source), value: source },
          { label: t(words.network), value: t(words.networkVersion(reckoned.network, reckoned.networkSource)) },
          { label: t(words.walker), value: t(walkerWords[reckoned.walker]) },
          { label: t(words.facilities), value: reckoned.facilities },
          {
            label: t(hoursWords.when),
            value: t(reckoned.openAt ? hoursWords.at(reckoned.openAt) : hoursWords.anyTime),
          },
          ...(hours
            ? [{ label: t(ledgerWords.hours), value: t(hoursWords.counted(count(hours.closed), count(hours.unknown))) }]
            : []),
        ]}
      />
      <Soft>{t(words.marks)}</Soft>
      {hours ? <Soft> {t(hoursWords.rule)}</Soft> : null}
    </Sheet>
  )
}

function Whole({ report: { coverage } }: { report: ReportView }) {
  const { t, count } = useTongue()
  const share = useShare()
  return (
    <Sheet title={t(words.summary)}>
      <div className="report-whole">
        <Facts
          facts={[
            { label: t(plannerWords.people), value: count(Math.round(coverage.people)) },
            { label: t(plannerWords.all), value: share(coverage.all).whole },
            ...(coverage.hours
              ? [
                  {
                    label: t(ledgerWords.hours),
                    value: t(hoursWords.perhaps(count(Math.round(coverage.hours.perhaps)))),
                  },
                ]
              : []),
            {
              label: t(plannerWords.score),
              value: coverage.score === null ? '—' : `${coverage.score.toFixed(1)} ${t(plannerWords.points)}`,
            },
          ]}
        />
        <SixAspects aspects={coverage.aspects} label={t(plannerWords.six)} />
      </div>
    </Sheet>
  )
}
