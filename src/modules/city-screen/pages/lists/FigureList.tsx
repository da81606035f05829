import { formatDay } from '../../../../kernel/worktime/rules.ts'
import type { Day } from '../../../../platform/time.ts'
import { useLive } from '../../../../ui/api/live.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { percent } from '../../../../ui/format.ts'
import { Figure } from '../../../../ui/parts/Figure.tsx'
import { Liveness } from '../../../../ui/parts/Liveness.tsx'
import { type Fact, Facts } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { DefinitionView, FigureView } from '../../model.ts'
import { SCREEN, toneOf, useBoard, useDefinitions } from '../reads.ts'
import '../behind.css'
import { cohortWords, markWords, listWords as words } from '../words.ts'
import { CaseRows } from './CaseRows.tsx'
import { ListFrame } from './ListFrame.tsx'

type Answer = { readonly figure: FigureView; readonly from: string; readonly to: string; readonly asOf: string }

/** A figure, how it is counted, and the cases behind it that the viewer may see: `/figures/$key?from=&to=&unit=…`. */
export function FigureList() {
  const { params, search } = usePlace()
  const { from, to, unit, category, area, asOf } = search
  const narrowed = { from, to, unit, category, area, asOf }
  const key = params.key ?? ''
  const live = useLive([SCREEN])
  const read = useRead<Answer>(withQuery(`/api/city-screen/figures/${key}`, narrowed), { topics: [SCREEN] })
  const address = withQuery(`/api/city-screen/figures/${key}/list`, { ...narrowed, limit: 30 })
  return (
    <Loaded read={read}>
      {(answer) => <Behind answer={answer} address={address} unit={unit} about={<Liveness live={live} />} />}
    </Loaded>
  )
}

type BehindProps = { answer: Answer; address: string; unit: string | undefined; about: React.ReactNode }

function Behind({ answer: { figure, from, to }, address, unit, about }: BehindProps) {
  const { t, count } = useTongue()
  const { search, setSearch } = usePlace()
  const { key, title, numerator, denominator, value } = figure
  const part = search.part === 'denominator' && denominator !== null ? 'denominator' : 'numerator'
  const rows = <CaseRows key={part} path={`${address}&part=${part}`} />
  const parts = denominator === null ? undefined : { numerator, denominator }
  const shown = denominator === null ? count(numerator) : percent(numerator, denominator)
  return (
    <ListFrame
      title={t(title)}
      about={about}
      beside={
        <>
          <Figure label={t(title)} value={value === null ? null : shown} parts={parts} tone={toneOf(figure)} />
          <Definition figureKey={key} unit={unit} from={from} to={to} />
        </>
      }
    >
      {parts === undefined ? (
        rows
      ) : (
        <Tabs
          label={t(words.cases)}
          tabs={[
            { id: 'numerator', label: t(words.numerator), count: numerator },
            { id: 'denominator', label: t(words.denominator), count: parts.denominator },
          ]}
          value={part}
          onChange={(next) => setSearch({ part: next })}
        >
          {rows}
        </Tabs>
      )}
    </ListFrame>
  )
}

type DefinitionProps = { figureKey: string; unit: string | undefined; from: string; to: string }

function Definition({ figureKey, unit, from, to }: DefinitionProps) {
  const { t } = useTongue()
  const found = useDefinitions().data?.rows.find(({ key }) => key === figureKey)
  const name = useBoard().data?.table.rows.find((row) => row.unit === unit)?.name
  if (found === undefined) return null
  const days = found.cohort === 'now' ? null : `${t(formatDay(from as Day))} — ${t(formatDay(to as Day))}`
  return (
    <Facts
      facts={[...factsOf(found, t), { label: t(words.days), value: days }, { label: t(words.where), value: name }]}
    />
  )
}

function factsOf(definition: DefinitionView, t: ReturnType<typeof useTongue>['t']): Fact[] {
  const { cohort, exclusions, source, mark, version } = definition
  return [
    { label: t(words.cohort), value: t(cohortWords[cohort]) },
    { label: t(words.exclusions), value: exclusions.map((said) => t(said)).join(' ') },
    { label: t(words.source), value: t(source) },
    { label: t(words.mark), value: `${mark} ${t(markWords[mark])}` },
    { label: t(words.version), value: String(version) },
  ]
}
