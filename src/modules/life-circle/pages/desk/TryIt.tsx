import { useEffect, useState } from 'react'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { Pick } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Lead, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import type { Kind } from '../../model/kinds.ts'
import type { EditBody, GroundView, OutcomeView, PlanView } from '../../model/plan-view.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'
import { Edits } from './Edits.tsx'
import { Outcome } from './Outcome.tsx'
import type { Asked } from './Planner.tsx'
import { Propose } from './Propose.tsx'
import { type Half, layersOf, pressed, type Spot, type Tool, tools } from './trying.ts'

type Props = { seen: CoverageView; asked: Asked }

/** What may be tried on the map, from nothing or from a plan that was kept. */
export function TryIt(props: Props) {
  const { search } = usePlace()
  const { plan } = search
  const read = useRead<{ plans: PlanView[] }>(withQuery('/api/life-circle/plans/compare', { ids: plan }), {
    when: plan !== undefined,
  })
  if (plan === undefined) return <Trying {...props} kept={[]} />
  return <Loaded read={read}>{({ plans }) => <Trying key={plan} {...props} kept={plans[0]?.edits ?? []} />}</Loaded>
}

/** Every press on the map is an edit, reckoned at once over the whole city. */
function Trying({ seen, asked, kept }: Props & { kept: readonly EditBody[] }) {
  const { t } = useTongue()
  const [kind, setKind] = useState<Kind>(() => worstOf(seen))
  const [tool, setTool] = useState<Tool>('add')
  const [half, setHalf] = useState<Half | null>(null)
  const [wait, setWait] = useState(20)
  const [candidates, setCandidates] = useState<readonly Spot[]>([])
  const [edits, setEdits] = useState<readonly EditBody[]>(kept)
  const read = useRead<GroundView>(withQuery('/api/life-circle/ground', { ...asked, kind }), { keepLast: true })
  const tried = useTried(asked, edits)
  const press = (pick: Pick) => {
    const done = pressed(pick, { tool, half, kind, waitSeconds: wait })
    setHalf(done.half)
    if (done.candidate) setCandidates([...candidates, done.candidate])
    if (done.edit) setEdits([...edits, done.edit])
  }
  const { outcome } = tried
  return (
    <div className="planner-two">
      <Stack>
        <Tools
          tool={tool}
          half={half}
          wait={wait}
          ground={read.data}
          onTool={setTool}
          onHalf={setHalf}
          onWait={setWait}
        />
        <TownMap
          label={t(words.tryIt)}
          size="tall"
          layers={layersOf({ ground: read.data, outcome, edits, candidates, half, tool }, t)}
          onPick={press}
        />
      </Stack>
      <Stack>
        <Select
          label={t(words.kind)}
          value={kind}
          options={seen.kinds.map((one) => ({ value: one.kind, label: t(kindWords[one.kind]) }))}
          onChange={setKind}
        />
        <Propose
          asked={asked}
          kind={kind}
          candidates={candidates}
          onSites={(sites) =>
            setEdits([...edits, ...sites.map((at): EditBody => ({ edit: 'add', kind, name: '', at }))])
          }
          onClear={() => setCandidates([])}
        />
        <ProblemNotice problem={tried.problem} />
        <Edits edits={edits} ground={read.data} onChange={setEdits} />
        {outcome ? <Outcome outcome={outcome} edits={edits} asked={asked} /> : null}
      </Stack>
    </div>
  )
}

/**
 * What the edits bring, for who is asked about: reckoned again whenever either changes, also when a press comes before
 * the answer to the one before it. While it is reckoned there is no figure, as the old one is of other edits.
 */
function useTried(asked: Asked, edits: readonly EditBody[]) {
  const { act, busy, answer, problem } = useAct<object, { outcome: OutcomeView }>('/api/life-circle/what-if')
  const [sent, setSent] = useState('')
  const wanted = JSON.stringify({ ...asked, edits })
  const due = edits.length > 0 && !busy && sent !== wanted
  useEffect(() => {
    if (!due) return
    setSent(wanted)
    act(JSON.parse(wanted))
  })
  const isCurrent = edits.length > 0 && sent === wanted
  return { outcome: isCurrent && !busy ? answer?.outcome : undefined, problem: isCurrent ? problem : null }
}

/** What most people lack comes first. */
const worstOf = ({ kinds }: CoverageView): Kind =>
  kinds
    .filter(({ level }) => level === 'must')
    .toSorted((a, b) => a.people.covered / a.people.of - b.people.covered / b.people.of)[0]?.kind ?? 'market'

type ToolsProps = {
  tool: Tool
  half: Half | null
  wait: number
  ground: GroundView | undefined
  onTool(tool: Tool): void
  onHalf(half: null): void
  onWait(seconds: number): void
}

function Tools({ tool, half, wait, ground, onTool, onHalf, onWait }: ToolsProps) {
  const { t } = useTongue()
  const second = half && (tool === 'move' || tool === 'build-crossing') ? tryWords.second[tool] : null
  return (
    <Sheet>
      <Row>
        <Select
          label={t(tryWords.tool)}
          value={tool}
          options={tools.map((value) => ({ value, label: t(tryWords.tools[value]) }))}
          onChange={(next) => {
            onTool(next)
            onHalf(null)
          }}
        />
        {tool === 'build-crossing' ? (
          <Select
            label={t(tryWords.wait)}
            value={String(wait)}
            options={[0, 10, 20, 40, 60].map((value) => ({ value: String(value), label: t(tryWords.seconds(value)) }))}
            onChange={(value) => onWait(Number(value))}
          />
        ) : null}
        {half ? <Button onPress={() => onHalf(null)}>{t(tryWords.remove)}</Button> : null}
      </Row>
      <Lead>
        <span role="status">{t(second ?? tryWords.hints[tool])}</span>
      </Lead>
      {tool === 'open-gate' && ground?.gates.length === 0 ? <Soft>{t(tryWords.noGates)}</Soft> : null}
      {(tool === 'move' || tool === 'close') && ground?.places.length === 0 ? <NoneDrawn /> : null}
    </Sheet>
  )
}

/** Nothing of the kind is on the map to press on: why, and at an hour the way back to all of them. */
function NoneDrawn() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  if (!search.openAt) return <Notice tone="warn" title={t(tryWords.noneDrawn)} spoken />
  return (
    <Notice tone="warn" title={t(tryWords.noneOpenDrawn)} spoken>
      <Button onPress={() => setSearch({ openAt: '', after: '' })}>{t(tryWords.anyTime)}</Button>
    </Notice>
  )
}
