import { useState } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Item, Items, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { conditions, sensorKinds } from '../../model/sensor.ts'
import type { PreviewView, RuleBody, RuleView } from '../../model/views.ts'
import { conditionWords, kindWords } from '../../words.ts'
import { sensorWords as words } from './words/sensors.ts'

const NEW = 'rule_new'

export const freshRule: RuleView = {
  id: NEW,
  version: 0,
  kind: 'water-level',
  sensor: null,
  when: 'above',
  mark: 3,
  clear: 2.5,
  hold: 600,
  clearHold: 300,
  matter: '',
  title: '',
  urgent: false,
  active: true,
  matterName: null,
}

type Numbers = Pick<RuleBody, 'mark' | 'clear' | 'hold' | 'clearHold'>
type Draft = Omit<RuleBody, keyof Numbers> & { readonly [Name in keyof Numbers]: string }

const draftOf = ({ id: _its, matterName: _name, ...rule }: RuleView): Draft => ({
  ...rule,
  mark: String(rule.mark),
  clear: String(rule.clear),
  hold: String(rule.hold),
  clearHold: String(rule.clearHold),
})

const numbers = ['mark', 'clear', 'hold', 'clearHold'] as const
const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))
const bodyOf = (draft: Draft): RuleBody => ({
  ...draft,
  mark: Number(draft.mark),
  clear: Number(draft.clear),
  hold: Number(draft.hold),
  clearHold: Number(draft.clearHold),
})

type Props = { rule: RuleView; matters: readonly { id: string; name: Said }[]; onClose(): void }

/** A rule is written, tried on the last week, and kept as its next version. */
export function RuleForm({ rule, matters, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const kept = useDraft(`sensors.${rule.id}.${rule.version}`, draftOf(rule))
  const { form: draft, set } = kept
  const [asked, setAsked] = useState(false)
  const isNew = rule.id === NEW
  const save = useAct<RuleBody>(isNew ? '/api/sensors/rules' : `/api/sensors/rules/${rule.id}`, {
    method: isNew ? 'POST' : 'PUT',
    changes: ['sensors'],
    onDone: () => {
      kept.clear()
      say(t(words.saved))
      onClose()
    },
  })
  const preview = useAct<RuleBody, PreviewView>('/api/sensors/rules/preview')
  const isWhole = draft.matter !== '' && numbers.every((name) => isNumber(draft[name]))
  const send = (act: (body: RuleBody) => void) => {
    setAsked(true)
    if (isWhole) act(bodyOf(draft))
  }
  const wrong = (name: keyof Numbers) => {
    const said =
      asked && !isNumber(draft[name]) ? words.wrongNumber : troubleAt(save.problem ?? preview.problem, `/${name}`)
    return said && t(said)
  }
  return (
    <Sheet title={t(words.rule)}>
      <Form label={t(words.rule)} onSend={() => send(save.act)}>
        <What
          draft={draft}
          set={set}
          matters={matters}
          troubleOf={(name) =>
            name === 'matter' && asked && draft.matter === ''
              ? words.needMatter
              : troubleAt(save.problem ?? preview.problem, `/${name}`)
          }
        />
        <Marks draft={draft} set={set} wrong={wrong} />
        <CheckBox checked={draft.urgent} onChange={(urgent) => set({ urgent })}>
          {t(words.urgent)}
        </CheckBox>
        <CheckBox checked={draft.active} onChange={(active) => set({ active })}>
          {t(words.inUse)}
        </CheckBox>
        <ProblemNotice problem={save.problem ?? preview.problem} />
        {preview.answer ? <Preview found={preview.answer} /> : null}
        <Row>
          <Button busy={preview.busy} onPress={() => send(preview.act)}>
            {t(words.tryIt)}
          </Button>
          <Button type="submit" kind="primary" busy={save.busy}>
            {t(words.save)}
          </Button>
          <Button onPress={onClose}>{t(words.close)}</Button>
          {kept.isKept ? <Button onPress={kept.clear}>{t(words.discard)}</Button> : null}
        </Row>
      </Form>
    </Sheet>
  )
}

type WhatProps = Pick<Props, 'matters'> & {
  draft: Draft
  set(change: Partial<Draft>): void
  troubleOf(name: 'title' | 'sensor' | 'matter'): Said | undefined
}

function What({ draft, set, matters, troubleOf }: WhatProps) {
  const { t } = useTongue()
  const [title, sensor, matter] = [troubleOf('title'), troubleOf('sensor'), troubleOf('matter')]
  return (
    <>
      <TextField
        label={t(words.caseTitle)}
        required
        max={30}
        value={draft.title}
        onChange={(text) => set({ title: text })}
        error={title && t(title)}
      />
      <Row>
        <Select
          label={t(words.kind)}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={sensorKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        />
        <TextField
          label={t(words.only)}
          optional
          value={draft.sensor ?? ''}
          error={sensor && t(sensor)}
          onChange={(text) => set({ sensor: text.trim() === '' ? null : text.trim() })}
        />
        <Select
          label={t(words.when)}
          value={draft.when}
          onChange={(when) => set({ when })}
          options={conditions.map((value) => ({ value, label: t(conditionWords[value]) }))}
        />
        <Select
          label={t(words.opens)}
          value={draft.matter}
          error={matter && t(matter)}
          onChange={(chosen) => set({ matter: chosen })}
          options={matters.map(({ id, name }) => ({ value: id, label: t(name) }))}
        />
      </Row>
    </>
  )
}

function Preview({ found: { rows, sensors, readings } }: { found: PreviewView }) {
  const { t } = useTongue()
  const time = (at: string) => t(formatInstant(at as Instant))
  return (
    <Stack>
      <Notice tone="info">{t(words.wouldOpen(rows.length, sensors, readings))}</Notice>
      <Items label={t(words.tryIt)}>
        {rows.slice(0, 20).map(({ sensor, raisedAt, recoveredAt, peak }) => (
          <Item key={`${sensor} ${raisedAt}`} title={`${sensor} ${time(raisedAt)}`}>
            {recoveredAt === null ? t(words.lastsOn) : `${t(words.until)} ${time(recoveredAt)}`}
            {peak === null ? null : ` · ${t(words.peak)} ${Math.round(peak * 100) / 100}`}
          </Item>
        ))}
      </Items>
    </Stack>
  )
}

type MarksProps = Pick<WhatProps, 'draft' | 'set'> & { wrong(name: keyof Numbers): string | undefined }

function Marks({ draft, set, wrong }: MarksProps) {
  const { t } = useTongue()
  const isSilence = draft.when === 'silent'
  const field = (name: keyof Numbers, label: Said) => (
    <TextField
      label={t(label)}
      keys="decimal"
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      error={wrong(name)}
    />
  )
  return (
    <Row>
      {isSilence ? null : field('mark', words.mark)}
      {isSilence ? null : field('clear', words.clear)}
      {field('hold', isSilence ? words.silence : words.hold)}
      {isSilence ? null : field('clearHold', words.clearHold)}
    </Row>
  )
}
