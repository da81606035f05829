import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import { SixAspects } from '../SixAspects.tsx'
import { boardTitles, plannerWords as words } from '../words/planner.ts'
import './circles.css'

const EVERY = 60_000
const useCoverage = (area: string) =>
  useRead<CoverageView>(withQuery('/api/life-circle/board', { area }), {
    topics: ['screen'],
    every: EVERY,
    keepLast: true,
  })

/** The six aspects of the district, or of one of its streets. */
export function CircleRadar() {
  const { t, count } = useTongue()
  const [area, setArea] = useState('')
  const whole = useCoverage('')
  const shown = useCoverage(area)
  const streets = whole.data?.areas ?? []
  return (
    <Loaded read={shown}>
      {({ aspects, all, score, people }) => (
        <div className="circle-board">
          <SixAspects aspects={aspects} label={t(boardTitles.radar)} />
          <div>
            <Select
              label={t(words.area)}
              value={area === '' ? 'all' : area}
              options={[
                { value: 'all', label: t(words.wholeDistrict) },
                ...streets.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(code) => setArea(code === 'all' ? '' : code)}
            />
            <Figures>
              <Figure
                label={t(words.all)}
                value={all.of === 0 ? null : ((100 * all.covered) / all.of).toFixed(1)}
                unit="%"
                parts={{ numerator: Math.round(all.covered), denominator: Math.round(all.of) }}
              />
              <Figure
                label={t(words.score)}
                value={score === null ? null : score.toFixed(1)}
                note={`${t(words.people)} ${count(Math.round(people))}`}
              />
            </Figures>
          </div>
        </div>
      )}
    </Loaded>
  )
}

/** The weighted score, street by street: of a hundred points how many. */
export function CircleStreets() {
  return (
    <Loaded read={useCoverage('')}>
      {({ areas }) => (
        <div className="circle-streets">
          {areas.map(({ code, name, score }) => (
            <RateBar key={code} label={name} numerator={Math.round(score ?? 0)} denominator={100} points />
          ))}
        </div>
      )}
    </Loaded>
  )
}
