import { useState } from 'react'
import type { Day } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { dutyRules, matterKinds } from '../../model.ts'
import { audienceWords, confirmWords, dutyWords, kindWords } from '../../words.ts'
import { usePaths } from './Catalogue.tsx'
import type { EditProps } from './EditMatter.tsx'
import { useUnitNames } from './units.ts'
import { catalogueWords, matterWords, editWords as words } from './words/catalogue.ts'

/** Head, duty, ladder of a no and rating of a matter. */
export function Basics({ contents, onChange }: EditProps) {
  const { t } = useTongue()
  const paths = usePaths()
  const { name, category, kind, audience, effectiveFrom, effectiveTo } = contents
  const path = category.join('/')
  const known = paths.includes(path) || path === '' ? paths : [path, ...paths]
  return (
    <Stack>
      <Sheet title={t(words.basics)}>
        <div className="filters">
          <TextField
            label={t(catalogueWords.nameZh)}
            max={60}
            value={name.zh}
            onChange={(zh) => onChange({ name: { ...name, zh } })}
          />
          <TextField
            label={t(catalogueWords.nameEn)}
            max={120}
            value={name.en}
            onChange={(en) => onChange({ name: { ...name, en } })}
          />
          <Select
            label={t(catalogueWords.category)}
            value={path}
            options={known.map((value) => ({ value, label: value }))}
            onChange={(next) => onChange({ category: next.split('/') })}
          />
          <Select
            label={t(catalogueWords.kind)}
            value={kind}
            options={matterKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
            onChange={(next) => onChange({ kind: next })}
          />
          <TextField
            label={t(catalogueWords.from)}
            type="date"
            value={effectiveFrom}
            onChange={(day) => onChange({ effectiveFrom: day as Day })}
          />
          <TextField
            label={t(catalogueWords.until)}
            type="date"
            value={effectiveTo ?? ''}
            onChange={(day) => onChange({ effectiveTo: day === '' ? null : (day as Day) })}
          />
        </div>
        {(['person', 'enterprise'] as const).map((one) => (
          <CheckBox
            key={one}
            checked={audience.includes(one)}
            onChange={(on) =>
              onChange({ audience: on ? [...audience, one] : audience.filter((other) => other !== one) })
            }
          >
            {`${t(matterWords.audience)}：${t(audienceWords[one])}`}
          </CheckBox>
        ))}
        <TextField
          label={t(matterWords.source)}
          max={500}
          value={contents.sourceDoc}
          onChange={(sourceDoc) => onChange({ sourceDoc })}
        />
      </Sheet>
      <Working contents={contents} onChange={onChange} />
      <Lists contents={contents} onChange={onChange} />
    </Stack>
  )
}

type Procedures = { readonly rows: readonly { readonly name: string; readonly title: Said }[] }

function Working({ contents, onChange }: EditProps) {
  const { t } = useTongue()
  const procedures = useRead<Procedures>('/api/cases/procedures').data?.rows ?? []
  const units = useUnitNames()
  const { procedure, duty, refusalLadder, rating } = contents
  const level = String(refusalLadder.confirmAt) as '1' | '2' | '3' | '4'
  return (
    <Sheet title={t(matterWords.procedure)}>
      <div className="filters">
        <Select
          label={t(matterWords.procedure)}
          value={procedure}
          options={
            procedures.length > 0
              ? procedures.map(({ name, title }) => ({ value: name, label: t(title) }))
              : [{ value: procedure, label: procedure }]
          }
          onChange={(next) => onChange({ procedure: next })}
        />
        <Select
          label={t(words.dutyRule)}
          value={duty.rule}
          options={dutyRules.map((value) => ({ value, label: t(dutyWords[value]) }))}
          onChange={(rule) => onChange({ duty: rule === 'unit' ? { ...duty, rule } : { rule } })}
        />
        {duty.rule === 'unit' ? (
          <Select
            label={t(words.dutyUnit)}
            value={duty.unit ?? ''}
            options={[...units].map(([value, label]) => ({ value, label }))}
            onChange={(unit) => onChange({ duty: { rule: 'unit', unit } })}
          />
        ) : null}
        <Select
          label={t(matterWords.refusal)}
          value={level}
          options={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(confirmWords[value]) }))}
          onChange={(value) => onChange({ refusalLadder: { confirmAt: Number(value) as 1 | 2 | 3 | 4 } })}
        />
      </div>
      <CheckBox checked={rating.asked} onChange={(asked) => onChange({ rating: { ...rating, asked } })}>
        {t(matterWords.asked)}
      </CheckBox>
      <CheckBox checked={rating.rectify} onChange={(rectify) => onChange({ rating: { ...rating, rectify } })}>
        {t(matterWords.rectify)}
      </CheckBox>
      <CheckBox checked={contents.urgent === true} onChange={(urgent) => onChange({ urgent })}>
        {t(matterWords.urgent)}
      </CheckBox>
    </Sheet>
  )
}

/** Codes between blanks, commas or lines, each once. */
const typesIn = (text: string): string[] => [...new Set(text.split(/[\s,，、;；]+/).filter((code) => code !== ''))]

/** Lists are written as lines; they are taken over as they are typed, so that a line may be half written. */
function Lists({ contents, onChange }: EditProps) {
  const { t } = useTongue()
  const { intakeWords, conditions = [], componentTypes = [] } = contents
  const [typed, setTyped] = useState({
    words: intakeWords.join('\n'),
    zh: conditions.map(({ zh }) => zh).join('\n'),
    en: conditions.map(({ en }) => en).join('\n'),
    things: componentTypes.join('\n'),
  })
  const linesOf = (text: string) => text.split('\n').map((line) => line.trim())
  const set = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    const [zh, en] = [linesOf(next.zh), linesOf(next.en)]
    onChange({
      intakeWords: [...new Set(linesOf(next.words).filter((line) => line !== ''))],
      conditions: zh.flatMap((line, at) => (line === '' ? [] : [{ zh: line, en: en[at] || line }])),
      componentTypes: typesIn(next.things),
    })
  }
  return (
    <Sheet title={t(matterWords.words)}>
      <TextArea
        label={t(matterWords.words)}
        hint={t(words.intakeHint)}
        rows={4}
        value={typed.words}
        onChange={(text) => set({ words: text })}
      />
      <TextArea label={t(words.conditionsZh)} rows={3} value={typed.zh} onChange={(zh) => set({ zh })} />
      <TextArea label={t(words.conditionsEn)} rows={3} value={typed.en} onChange={(en) => set({ en })} />
      <TextArea
        label={t(words.componentTypes)}
        hint={t(words.componentTypesHint)}
        rows={2}
        value={typed.things}
        onChange={(things) => set({ things })}
        error={
          typesIn(typed.things).some((one) => !/^[0-9]{2,4}$/.test(one)) ? t(words.componentTypesWrong) : undefined
        }
      />
    </Sheet>
  )
}
