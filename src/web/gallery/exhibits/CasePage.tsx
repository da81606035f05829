import type { CaseLight, PathStep } from '../../../kernel/cases/model/views.ts'
import { phaseWords } from '../../../kernel/cases/words.ts'
import type { CaseForResident } from '../../../modules/orders/model/views.ts'
import { Standing } from '../../../modules/orders/pages/resident/case/Standing.tsx'
import { OrderItem } from '../../../modules/orders/pages/resident/OrderItem.tsx'
import type { Line } from '../../../modules/orders/pages/resident/shapes.ts'
import { orderWords } from '../../../modules/orders/words.ts'
import { Items, Sheet } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

type Stage = keyof typeof orderWords.stages

const phases = ['filed', 'routed', 'working', 'checking', 'answered', 'ended'] as const

const pathTo = (here: number): PathStep[] =>
  phases.map((phase, at) => ({
    phase,
    label: phaseWords[phase],
    state: at < here ? 'done' : at === here ? 'here' : 'ahead',
  }))

const at = '2026-11-27T15:59:59.999Z'

/** One case at different hours of its life; only what differs is named. */
function cardAt(stage: Stage, here: number, light: CaseLight, more: Partial<CaseForResident>): CaseForResident {
  return {
    id: `case_349901_${stage}`,
    number: '20261120000042',
    version: 1,
    matterName: words.caseTitle,
    state: 'open',
    title: words.caseTitle.zh,
    text: words.caseTitle.zh,
    place: words.casePlaceValue.zh,
    happenedAt: '2026-11-19',
    contact: { is: 'reached', at },
    photos: [],
    filedAt: at,
    stage,
    stageLabel: orderWords.stages[stage].name,
    stageSentence: orderWords.stages[stage].now,
    path: pathTo(here),
    due: light === 'none' ? null : { at, light, explained: words.explanation, provisional: false },
    unitName: null,
    timeline: [],
    answer: null,
    outcome: null,
    original: null,
    declined: null,
    missing: null,
    stars: null,
    yourTurn: false,
    moves: [],
    ended: light === 'none',
    ...more,
  }
}

const lineOf = ({
  id,
  number,
  title,
  matterName,
  stage,
  stageLabel,
  filedAt,
  ended,
  ...card
}: CaseForResident): Line => ({
  id,
  number,
  title,
  matterName,
  stage,
  stageLabel,
  phase: stage,
  filedAt,
  due: card.due?.at ?? null,
  light: card.due?.light ?? 'none',
  yourTurn: card.yourTurn,
  settled: ended,
  ended,
  stars: card.stars,
})

/** Where a case stands, as its applicant sees it: waited for, under way, late, at its end. */
export function CasePage() {
  const { t } = useTongue()
  const cards = [
    cardAt('supplement', 0, 'yellow', { yourTurn: true, missing: words.noticeText.zh }),
    cardAt('handling', 2, 'red', {}),
    cardAt('archived', 5, 'none', { stars: 5 }),
  ]
  return (
    <>
      {cards.map((card) => (
        <Standing key={card.stage} card={card} />
      ))}
      <Sheet title={t(words.caseTitle)}>
        <Items label={t(words.caseTitle)}>
          {cards.map((card) => (
            <OrderItem key={card.stage} line={lineOf(card)} />
          ))}
        </Items>
      </Sheet>
    </>
  )
}
