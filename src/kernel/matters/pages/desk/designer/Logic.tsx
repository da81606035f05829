import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import { optionsOf as optionsDrawn } from '../../../../../ui/forms/fields.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { answersOf, changed, conditionOf, orderOf, type Wanted, wantedOf } from '../../../rules/designer.ts'
import { matterWords } from '../words/catalogue.ts'
import { designerWords as words } from '../words/designer.ts'

type Props = { form: JsonSchema; name: string; onChange(form: JsonSchema): void }
type Answer = string | number | boolean

/** When a question is asked, when it must be answered, and which choices are left. */
export function Logic({ form, name, onChange }: Props) {
  const { t } = useTongue()
  const field = form.properties?.[name] ?? {}
  const required = form.required?.includes(name) ?? false
  const put = (key: 'x-show-if' | 'x-required-if') => (condition: JsonSchema | undefined) => {
    const { [key]: _, ...rest } = field
    onChange(changed(form, name, condition ? { ...rest, [key]: condition } : rest, required))
  }
  return (
    <Stack>
      <Condition
        label={t(words.show)}
        none={t(words.always)}
        form={form}
        name={name}
        condition={field['x-show-if']}
        onChange={put('x-show-if')}
      />
      <Condition
        label={t(words.need)}
        none={t(words.never)}
        form={form}
        name={name}
        condition={field['x-required-if']}
        onChange={put('x-required-if')}
      />
      {field.enum ? <Rules form={form} name={name} onChange={onChange} /> : null}
    </Stack>
  )
}

type ConditionProps = {
  label: string
  none: string
  form: JsonSchema
  name: string
  condition: JsonSchema | undefined
  onChange(condition: JsonSchema | undefined): void
}

/** "This question is one of these answers": only of questions whose answers can be named. */
function Condition({ label, none, form, name, condition, onChange }: ConditionProps) {
  const { t, tongue } = useTongue()
  const wanted = wantedOf(condition)
  if (condition !== undefined && wanted === null) return <Soft>{`${label}：${t(words.byHand)}`}</Soft>
  const others = orderOf(form).filter((one) => one !== name && answersOf(form.properties?.[one] ?? {}).length > 0)
  const titleOf = (one: string) => {
    const { title = one, 'x-title-en': english = title } = form.properties?.[one] ?? {}
    return tongue === 'en' ? english : title
  }
  const pick = (field: string) => {
    const [first] = answersOf(form.properties?.[field] ?? {})
    onChange(field === '-' || first === undefined ? undefined : conditionOf({ field, values: [first] }))
  }
  return (
    <Stack gap="tight">
      <Select
        label={label}
        value={wanted?.field ?? '-'}
        options={[{ value: '-', label: none }, ...others.map((one) => ({ value: one, label: titleOf(one) }))]}
        onChange={pick}
      />
      {wanted ? <Answers form={form} wanted={wanted} onChange={(next) => onChange(conditionOf(next))} /> : null}
    </Stack>
  )
}

function Answers({ form, wanted, onChange }: { form: JsonSchema; wanted: Wanted; onChange(next: Wanted): void }) {
  const { t } = useTongue()
  const field = form.properties?.[wanted.field] ?? {}
  const toggle = (answer: Answer, on: boolean) => {
    const rest = wanted.values.filter((one) => one !== answer)
    const values = on ? [...rest, answer] : rest
    // A condition that nothing fulfils would hide the question for ever.
    if (values.length > 0) onChange({ ...wanted, values })
  }
  const labelOf = (answer: Answer): string => {
    if (typeof answer === 'boolean') return answer ? t(matterWords.yes) : `≠ ${t(matterWords.yes)}`
    const found = optionsDrawn(field).find(({ value }) => value === String(answer))
    return found ? t(found.label) : String(answer)
  }
  return (
    <Row>
      <Soft>{t(words.is)}</Soft>
      {answersOf(field).map((answer) => (
        <CheckBox key={String(answer)} checked={wanted.values.includes(answer)} onChange={(on) => toggle(answer, on)}>
          {labelOf(answer)}
        </CheckBox>
      ))}
    </Row>
  )
}

/** Rules that leave fewer choices; the first that holds counts. */
function Rules({ form, name, onChange }: Props) {
  const { t } = useTongue()
  const field = form.properties?.[name] ?? {}
  const rules = field['x-options-if'] ?? []
  const required = form.required?.includes(name) ?? false
  const put = (next: NonNullable<JsonSchema['x-options-if']>) => {
    const { 'x-options-if': _, ...rest } = field
    onChange(changed(form, name, next.length > 0 ? { ...rest, 'x-options-if': next } : rest, required))
  }
  const other = orderOf(form).find((one) => one !== name && answersOf(form.properties?.[one] ?? {}).length > 0)
  const fresh = () => {
    const [first] = answersOf(form.properties?.[other ?? ''] ?? {})
    if (other !== undefined && first !== undefined)
      put([...rules, { if: conditionOf({ field: other, values: [first] }), options: [...(field.enum ?? [])] }])
  }
  return (
    <Stack gap="tight">
      <Soft>{t(words.rules)}</Soft>
      {rules.map((rule, at) => {
        const set = (change: Partial<typeof rule>) =>
          put(rules.map((one, place) => (place === at ? { ...one, ...change } : one)))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name but their place
          <Stack gap="tight" key={at}>
            <Condition
              label={t(words.show)}
              none={t(words.never)}
              form={form}
              name={name}
              condition={rule.if}
              onChange={(next) => (next ? set({ if: next }) : put(rules.filter((one) => one !== rule)))}
            />
            <Row>
              <Soft>{t(words.left)}</Soft>
              {optionsDrawn(field).map(({ value, label }) => (
                <CheckBox
                  key={value}
                  checked={rule.options.some((one) => String(one) === value)}
                  onChange={(on) =>
                    set({
                      options: (field.enum ?? []).filter((one) =>
                        String(one) === value ? on : rule.options.includes(one),
                      ),
                    })
                  }
                >
                  {t(label)}
                </CheckBox>
              ))}
              <Button kind="quiet" onPress={() => put(rules.filter((one) => one !== rule))}>
                {t(words.removeRule)}
              </Button>
            </Row>
          </Stack>
        )
      })}
      {other === undefined ? null : (
        <div>
          <Button kind="quiet" icon="plus" onPress={fresh}>
            {t(words.addRule)}
          </Button>
        </div>
      )}
    </Stack>
  )
}
