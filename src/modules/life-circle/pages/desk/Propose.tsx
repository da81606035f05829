import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Kind } from '../../model/kinds.ts'
import type { SitingView } from '../../model/plan-view.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'
import type { Asked } from './Planner.tsx'
import { freshRun, Running } from './Running.tsx'
import type { Spot } from './trying.ts'

type Props = {
  asked: Asked
  kind: Kind
  candidates: readonly Spot[]
  onSites(sites: readonly Spot[]): void
  onClear(): void
}

/** Where the next ones help most: everywhere, or among the spots that were marked. */
export function Propose({ asked, kind, candidates, onSites, onClear }: Props) {
  const { t } = useTongue()
  const [count, setCount] = useState('1')
  const [equity, setEquity] = useState<'none' | 'worst-first'>('none')
  const [run] = useState(freshRun)
  const propose = useAct<object, SitingView>(withQuery('/api/life-circle/siting', { run }), {
    onDone: ({ sites }) => onSites(sites.map(({ lng, lat }) => ({ lng, lat }))),
  })
  const sites = candidates.length > 0 ? { sites: candidates } : {}
  return (
    <Sheet title={t(words.propose)}>
      <Row>
        <Select
          label={t(words.howMany)}
          value={count}
          options={['1', '2', '3', '5', '10'].map((value) => ({ value, label: value }))}
          onChange={setCount}
        />
        <Select
          label={t(words.equity)}
          value={equity}
          options={[
            { value: 'none', label: t(words.most) },
            { value: 'worst-first', label: t(words.worst) },
          ]}
          onChange={setEquity}
        />
        {propose.busy ? (
          <Running id={run} />
        ) : (
          <Button
            icon="target"
            onPress={() => {
              propose.act({ ...asked, kind, count: Number(count), equity, ...sites })
            }}
          >
            {t(words.propose)}
          </Button>
        )}
      </Row>
      {candidates.length > 0 ? (
        <Row>
          <Soft>{t(tryWords.candidateCount(candidates.length))}</Soft>
          <Button kind="quiet" onPress={onClear}>
            {t(tryWords.clear)}
          </Button>
        </Row>
      ) : null}
      <ProblemNotice problem={propose.problem} />
      {propose.answer?.sites.length === 0 ? <Notice tone="warn" title={t(words.noSite)} spoken /> : null}
      <Soft>{t(words.guarantee)}</Soft>
    </Sheet>
  )
}
