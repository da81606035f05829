import { useState } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Demand, levels, type MeasureUnit, marks, measureUnits, tiers } from '../../model/profile.ts'
import { levelWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { profileWords as words } from '../words/profile.ts'

type Props = {
  demand: Demand
  /** Kinds that this line may be of. */
  free: readonly Demand['kind'][]
  onKeep(demand: Demand): void
  onRemove(): void
}

/** One line of a profile, with where it comes from. */
export function DemandForm({ demand, free, onKeep, onRemove }: Props) {
  const { t } = useTongue()
  const [line, setLine] = useState(demand)
  const set = (change: Partial<Demand>) => setLine({ ...line, ...change })
  const { limit } = line
  const inMetres = 'metres' in limit
  return (
    <Form label={t(kindWords[line.kind])} onSend={() => onKeep(line)}>
      {free.length > 1 ? (
        <Select
          label={t(words.kind)}
          value={line.kind}
          options={free.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
          onChange={(kind) => set({ kind })}
        />
      ) : null}
      <Row>
        <Select
          label={t(words.level)}
          value={line.level}
          options={levels.map((value) => ({ value, label: t(levelWords[value]) }))}
          onChange={(level) => set({ level })}
        />
        <Select
          label={t(words.tier)}
          value={String(line.tier)}
          options={tiers.map((value) => ({ value: String(value), label: t(words.minutes(value)) }))}
          onChange={(text) => set({ tier: tiers.find((tier) => String(tier) === text) ?? 15 })}
        />
      </Row>
      <Row>
        <TextField
          label={t(words.limit)}
          type="number"
          keys="numeric"
          required
          value={String(inMetres ? limit.metres : limit.minutes)}
          onChange={(text) => set({ limit: inMetres ? { metres: Number(text) } : { minutes: Number(text) } })}
        />
        <Select
          label={t(words.unit)}
          value={inMetres ? 'metres' : 'minutes'}
          options={[
            { value: 'minutes', label: t(words.inMinutes) },
            { value: 'metres', label: t(words.inMetres) },
          ]}
          onChange={(unit) => set({ limit: unit === 'metres' ? { metres: line.tier * 60 } : { minutes: line.tier } })}
        />
        <TextField
          label={t(words.weight)}
          type="number"
          keys="decimal"
          value={String(line.weight)}
          onChange={(text) => set({ weight: Number(text) })}
        />
      </Row>
      <PerThousand line={line} onChange={setLine} />
      <Sources line={line} onChange={set} />
      <Row>
        <Button kind="primary" type="submit">
          {t(words.done)}
        </Button>
        <Button kind="quiet" onPress={onRemove}>
          {t(words.removeLine)}
        </Button>
      </Row>
    </Form>
  )
}

function Sources({ line, onChange }: { line: Demand; onChange(change: Partial<Demand>): void }) {
  const { t } = useTongue()
  return (
    <Row>
      <TextField
        label={t(words.source)}
        required
        max={200}
        value={line.source}
        onChange={(source) => onChange({ source })}
      />
      <Select
        label={t(words.mark)}
        value={line.mark}
        options={marks.map((value) => ({ value, label: t(words.marks[value]) }))}
        onChange={(mark) => onChange({ mark })}
      />
    </Row>
  )
}

function PerThousand({ line, onChange }: { line: Demand; onChange(line: Demand): void }) {
  const { t } = useTongue()
  const { perThousand, ...rest } = line
  const unit: MeasureUnit | 'none' = perThousand?.unit ?? 'none'
  const { source, mark } = perThousand ?? line
  return (
    <Row>
      <Select
        label={t(words.perThousandUnit)}
        value={unit}
        options={[
          { value: 'none', label: t(words.none) },
          ...measureUnits.map((value) => ({ value, label: t(unitWords[value]) })),
        ]}
        onChange={(next) =>
          onChange(
            next === 'none'
              ? rest
              : { ...rest, perThousand: { amount: perThousand?.amount ?? 1, unit: next, source, mark } },
          )
        }
      />
      {perThousand ? (
        <TextField
          label={t(words.perThousand)}
          type="number"
          keys="decimal"
          value={String(perThousand.amount)}
          onChange={(text) => onChange({ ...rest, perThousand: { ...perThousand, amount: Number(text) } })}
        />
      ) : null}
    </Row>
  )
}
