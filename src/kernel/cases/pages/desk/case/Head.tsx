import { useState } from 'react'
import type { Said } from '../../../../../platform/words.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Light } from '../../../../../ui/parts/Light.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff } from '../../../model/views.ts'
import { STAGE_CLOCK } from '../../../rules/step.ts'
import { lightWords } from '../../../words/doors.ts'
import { colourOf } from '../now.ts'
import { caseWords as words } from '../words/case.ts'
import { listWords } from '../words/list.ts'
import { ClockDue } from './ClockDue.tsx'
import { Diagram } from './Diagram.tsx'

/** Number, title, stage, how far it is, and when it is due. */
export function Head({ shown }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const [drawn, setDrawn] = useState(false)
  const { card, path, levels } = shown
  return (
    <header className="case-head">
      <div className="case-head-line">
        <span className="case-row-number">{card.number}</span>
        <Light colour={colourOf(card.light)} label={`${t(card.stageLabel)} · ${t(lightWords[card.light])}`} />
        {card.urgent ? <span className="case-mark">{t(listWords.urgent)}</span> : null}
        {levels.map(({ register, said }) => (
          <span className="case-mark" key={register}>
            {t(said)}
          </span>
        ))}
      </div>
      <div className="case-head-title">
        <h2>{card.title ?? t(listWords.destroyed)}</h2>
        <Button kind="quiet" icon="board" onPress={() => setDrawn(true)}>
          {t(words.diagram)}
        </Button>
      </div>
      <Due shown={shown} />
      <ol className="case-path" aria-label={t(words.path)}>
        {path.map(({ phase, label, state }) => (
          <li key={phase} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
            {t(label)}
          </li>
        ))}
      </ol>
      <Diagram id={card.id} open={drawn} onClose={() => setDrawn(false)} />
    </header>
  )
}

/** When this stage and the case as a whole are due, with their reckoning; another clock only where it bites first. */
function Due({ shown: { card, clocks } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const named: Readonly<Record<string, Said>> = { [STAGE_CLOCK]: words.stageDue, main: words.mainDue }
  const told = clocks.filter(
    ({ clock, due, status }) => named[clock] !== undefined || (status === 'running' && due === card.due),
  )
  // What is settled waits for nobody: the days left for an objection stand among the clocks.
  if (card.settled || told.length === 0) return null
  return (
    <div className="case-head-dues">
      {told.map((view) => (
        <ClockDue key={view.clock} view={view} label={t(named[view.clock] ?? view.label)} />
      ))}
    </div>
  )
}
