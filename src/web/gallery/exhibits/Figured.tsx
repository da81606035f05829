import { Figure, Figures } from '../../../ui/parts/Figure.tsx'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { RateBar } from '../../../ui/parts/RateBar.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

export function Figured() {
  const { t, count } = useTongue()
  const parts = { numerator: 1_164, denominator: 1_330, exclusions: t(words.exclusions) }
  return (
    <Sheet title={t(words.figures)}>
      <Figures>
        <Figure label={t(words.filedToday)} value={count(1_204)} unit={t(words.pieces)} to="#list" />
        <Figure label={t(words.solvedRate)} value="87.5" unit="%" parts={parts} note={t(words.cohort)} />
        <Figure label={t(words.overdueNow)} value="3" unit={t(words.pieces)} tone="bad" to="#list" />
        <Figure label={t(words.noneYet)} value={null} unit="%" />
      </Figures>
      <RateBar label={t(words.solvedRate)} numerator={1_164} denominator={1_330} note={t(words.cohort)} target={0.9} />
      <RateBar label={t(words.satisfied)} numerator={1_999} denominator={2_000} tone="good" to="#list" />
      <RateBar label={t(words.noneYet)} numerator={0} denominator={0} />
    </Sheet>
  )
}
