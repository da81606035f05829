import { useState } from 'react'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useAct } from '../../../../ui/api/acts.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Item, Items, Lead, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView } from '../../model/circle.ts'
import type { Kind } from '../../model/kinds.ts'
import type { EditBody, OutcomeView, SitingView } from '../../model/plan-view.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { Outcome } from './Outcome.tsx'
import type { Asked } from './Planner.tsx'

type Props = { seen: CoverageView; asked: Asked }

/** Every press on the map is an edit, reckoned at once over the whole city. */
export function TryIt({ seen, asked }: Props) {
  const { t } = useTongue()
  const [kind, setKind] = useState<Kind>(() => worstOf(seen))
  const [edits, setEdits] = useState<readonly EditBody[]>([])
  const tried = useAct<object, { outcome: OutcomeView }>('/api/life-circle/what-if')
  const propose = useAct<object, SitingView>('/api/life-circle/siting', {
    onDone: ({ sites }) => tryAll([...edits, ...sites.map((at) => addOf(kind, at))]),
  })
  const tryAll = (next: readonly EditBody[]) => {
    setEdits(next)
    tried.act({ ...asked, edits: next })
  }
  const outcome = edits.length === 0 ? undefined : tried.answer?.outcome
  return (
    <div className="planner-two">
      <Stack>
        <Lead>{t(words.tryLead)}</Lead>
        <TownMap
          label={t(words.tryIt)}
          size="tall"
          layers={layersOf(outcome, edits, t)}
          onPick={({ at, layer }) => layer === null && tryAll([...edits, addOf(kind, { lng: at[0], lat: at[1] })])}
        />
      </Stack>
      <Stack>
        <Select
          label={t(words.kind)}
          value={kind}
          options={seen.kinds.map((one) => ({ value: one.kind, label: t(kindWords[one.kind]) }))}
          onChange={setKind}
        />
        <Propose busy={propose.busy} onPropose={(count, equity) => propose.act({ ...asked, kind, count, equity })} />
        <ProblemNotice problem={propose.problem ?? tried.problem} />
        <Edits edits={edits} onUndo={() => tryAll(edits.slice(0, -1))} />
        {outcome ? <Outcome outcome={outcome} edits={edits} asked={asked} /> : null}
      </Stack>
    </div>
  )
}

/** What most people lack comes first. */
const worstOf = ({ kinds }: CoverageView): Kind =>
  kinds
    .filter(({ level }) => level === 'must')
    .toSorted((a, b) => a.people.covered / a.people.of - b.people.covered / b.people.of)[0]?.kind ?? 'market'

const addOf = (kind: Kind, { lng, lat }: { lng: number; lat: number }): EditBody => ({
  edit: 'add',
  kind,
  name: '',
  at: { lng, lat },
})

type ProposeProps = { busy: boolean; onPropose(count: number, equity: 'none' | 'worst-first'): void }

function Propose({ busy, onPropose }: ProposeProps) {
  const { t } = useTongue()
  const [count, setCount] = useState('1')
  const [equity, setEquity] = useState<'none' | 'worst-first'>('none')
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
        <Button busy={busy} icon="target" onPress={() => onPropose(Number(count), equity)}>
          {t(words.propose)}
        </Button>
      </Row>
      <Soft>{t(words.guarantee)}</Soft>
    </Sheet>
  )
}

function Edits({ edits, onUndo }: { edits: readonly EditBody[]; onUndo(): void }) {
  const { t } = useTongue()
  if (edits.length === 0) return <Soft>{t(words.noEdits)}</Soft>
  return (
    <Sheet title={t(words.edits)} acts={<Button onPress={onUndo}>{t(words.undo)}</Button>}>
      <Items label={t(words.edits)}>
        {edits.map((edit, at) => (
          <Item
            key={keyOf(edit, at)}
            title={edit.edit === 'add' ? t(words.addLine(kindWords[edit.kind])) : t(words.edits)}
          />
        ))}
      </Items>
    </Sheet>
  )
}

/** The same edit may be tried twice, so its place in the order is part of what it is. */
const keyOf = (edit: EditBody, at: number): string => `${at} ${JSON.stringify(edit)}`

function layersOf(
  outcome: OutcomeView | undefined,
  edits: readonly EditBody[],
  t: ReturnType<typeof useTongue>['t'],
): MapLayer[] {
  const homes = outcome?.homes ?? []
  return [
    {
      kind: 'points',
      id: 'homes',
      label: t(words.gained),
      silent: true,
      features: homes.map(({ lng, lat, people, gain }, at) => ({
        id: `${at}`,
        name: `${Math.round(people)}`,
        tone: gain ? 'good' : 'bad',
        at: [lng, lat],
      })),
    },
    {
      kind: 'points',
      id: 'edits',
      label: t(words.edits),
      features: edits.flatMap((edit, at) =>
        edit.edit === 'add'
          ? [
              {
                id: `${at}`,
                name: t(kindWords[edit.kind]),
                sign: `${at + 1}`,
                tone: 'mark' as const,
                at: [edit.at.lng, edit.at.lat] as const,
              },
            ]
          : [],
      ),
    },
  ]
}
