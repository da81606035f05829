import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import { type ProfileBody, walkers } from '../../model/profile.ts'
import { walkerWords } from '../../words/facilities.ts'
import { SixAspects } from '../SixAspects.tsx'
import { hoursWords } from '../words/hours.ts'
import { networkWords } from '../words/network.ts'
import { plannerWords as words } from '../words/planner.ts'
import { profileWords } from '../words/profile.ts'
import { Areas } from './Areas.tsx'
import { Gaps } from './Gaps.tsx'
import { OffNetwork } from './OffNetwork.tsx'
import { OpenAt } from './OpenAt.tsx'
import { Plans } from './Plans.tsx'
import { Tasks } from './Tasks.tsx'
import { TryIt } from './TryIt.tsx'
import './planner.css'

type ProfileLine = ProfileBody & { readonly id: string }
export type Asked = {
  readonly profile?: string | undefined
  readonly walker: string
  readonly area?: string | undefined
  readonly openAt?: string | undefined
}

const views = ['gaps', 'areas', 'try', 'plans', 'tasks'] as const
type View = (typeof views)[number]

/** `/life-circle`: coverage, who is left out, what may be tried, and what has become work. */
export function Planner() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const asked: Asked = {
    profile: search.profile,
    walker: search.walker ?? 'adult',
    area: search.area,
    openAt: search.openAt || undefined,
  }
  const view: View = views.find((one) => one === search.view) ?? 'gaps'
  const read = useRead<CoverageView>(withQuery('/api/life-circle/coverage', asked), {
    keepLast: true,
    topics: ['life-circle'],
  })
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      wide
      acts={
        <Row>
          <Go to={withQuery('/life-circle/report', { ...asked, kind: search.kind })}>{t(words.report)}</Go>
          <Go to="/life-circle/facilities">{t(words.ledger)}</Go>
          <Go to="/life-circle/profiles">{t(profileWords.title)}</Go>
          <Go to="/life-circle/networks">{t(networkWords.title)}</Go>
          <Go to="/life-circle/spots">{t(words.spots)}</Go>
        </Row>
      }
    >
      <Stack>
        <Choices asked={asked} />
        <Loaded read={read}>
          {(seen) => (
            <Stack>
              <Summary seen={seen} />
              <Tabs
                label={t(words.tabs)}
                tabs={[
                  { id: 'gaps', label: t(words.gaps) },
                  { id: 'areas', label: t(words.areas) },
                  { id: 'try', label: t(words.tryIt) },
                  { id: 'plans', label: t(words.plans) },
                  { id: 'tasks', label: t(words.tasks) },
                ]}
                value={view}
                onChange={(id) => setSearch({ view: id, after: '' })}
              >
                <Shown view={view} seen={seen} asked={asked} />
              </Tabs>
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}

function Shown({ view, seen, asked }: { view: View; seen: CoverageView; asked: Asked }) {
  if (view === 'areas') return <Areas seen={seen} />
  if (view === 'try') return <TryIt seen={seen} asked={asked} />
  if (view === 'plans') return <Plans />
  if (view === 'tasks') return <Tasks />
  return <Gaps seen={seen} asked={asked} />
}

function Choices({ asked }: { asked: Asked }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const read = useRead<{ rows: ProfileLine[]; standing: string | null }>('/api/life-circle/profiles')
  const rows = read.data?.rows.filter(({ active }) => active) ?? []
  return (
    <div className="planner-choices">
      <Select
        label={t(words.profile)}
        value={asked.profile ?? read.data?.standing ?? ''}
        options={rows.map(({ id, name }) => ({ value: id, label: t(name) }))}
        onChange={(profile) => setSearch({ profile, after: '' })}
      />
      <Select
        label={t(words.walker)}
        value={asked.walker}
        options={walkers.map((value) => ({ value, label: t(walkerWords[value]) }))}
        onChange={(walker) => setSearch({ walker, after: '' })}
      />
      <OpenAt />
      {asked.area ? (
        <Go to={withQuery('/life-circle', { ...asked, area: undefined, view: 'areas' })}>{t(words.wholeDistrict)}</Go>
      ) : null}
    </div>
  )
}

function Summary({ seen }: { seen: CoverageView }) {
  const { t, count } = useTongue()
  const { all, score, people, aspects, reckoned, area, hours } = seen
  const share = all.of === 0 ? null : ((100 * all.covered) / all.of).toFixed(1)
  return (
    <Stack gap="tight">
      <div className="planner-summary">
        <Figures>
          <Figure
            label={area?.name ?? t(words.wholeDistrict)}
            value={count(Math.round(people))}
            note={t(words.people)}
          />
          <Figure
            label={t(words.all)}
            value={share}
            unit="%"
            parts={{ numerator: Math.round(all.covered), denominator: Math.round(all.of) }}
            note={hours ? t(hoursWords.perhaps(count(Math.round(hours.perhaps)))) : undefined}
          />
          <Figure label={t(words.score)} value={score === null ? null : score.toFixed(1)} unit={t(words.points)} />
        </Figures>
        <SixAspects aspects={aspects} label={t(words.six)} />
      </div>
      <Soft>{t(words.reckoned(reckoned.networkSource, reckoned.profileName, reckoned.profileVersion))}</Soft>
      <OffNetwork seen={seen} />
      {hours && reckoned.openAt ? (
        <Soft>
          {t(hoursWords.at(reckoned.openAt))} · {t(hoursWords.counted(count(hours.closed), count(hours.unknown)))} ·{' '}
          {t(hoursWords.rule)}
        </Soft>
      ) : null}
    </Stack>
  )
}
