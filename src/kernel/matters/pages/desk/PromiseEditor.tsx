import type { Day } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { termUnits } from '../../../worktime/model.ts'
import type { Mark, ServicePromise } from '../../model.ts'
import { markWords, promiseWord, unitWords } from '../../words.ts'
import type { EditProps } from './EditMatter.tsx'
import { catalogueWords, matterWords, editWords as words } from './words/catalogue.ts'

type Procedures = {
  readonly rows: readonly { readonly name: string; readonly needs: readonly { readonly key: string }[] }[]
}

/** What is promised, each record with its paper and its days. */
export function PromiseEditor({ contents, onChange }: EditProps) {
  const { t } = useTongue()
  const procedures = useRead<Procedures>('/api/cases/procedures').data?.rows ?? []
  const { promises, procedure, effectiveFrom } = contents
  const needed = procedures.find(({ name }) => name === procedure)?.needs.map(({ key }) => key) ?? []
  const keys = [...new Set([...needed, ...promises.map(({ key }) => key)])]
  const put = (at: number, one: ServicePromise | null) =>
    onChange({ promises: promises.flatMap((promise, place) => (place === at ? (one ? [one] : []) : [promise])) })
  const fresh = (): ServicePromise => {
    const missing = keys.find((key) => !promises.some((one) => one.key === key)) ?? keys[0] ?? 'handle'
    return {
      key: missing,
      term: { amount: 5, unit: 'workday' },
      source: '',
      mark: '△',
      from: effectiveFrom,
      until: null,
    }
  }
  return (
    <Sheet title={t(matterWords.promises)}>
      <Stack>
        {promises.map((promise, at) => (
          <PromiseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two records of one key differ only by what is being typed
            key={at}
            promise={promise}
            keys={keys}
            onChange={(next) => put(at, next)}
          />
        ))}
        <div>
          <Button icon="plus" onPress={() => onChange({ promises: [...promises, fresh()] })}>
            {t(words.addPromise)}
          </Button>
        </div>
      </Stack>
    </Sheet>
  )
}

type RowProps = { promise: ServicePromise; keys: readonly string[]; onChange(next: ServicePromise | null): void }

function PromiseRow({ promise, keys, onChange }: RowProps) {
  const { t } = useTongue()
  const { key, term, maxExtensions = 0, extension, pausable = false, source, mark, from, until } = promise
  const number = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : 0)
  const set = (change: Partial<ServicePromise>) => onChange({ ...promise, ...change })
  return (
    <fieldset className="promise-row">
      <legend className="unseen">{t(promiseWord(key))}</legend>
      <Select
        label={t(matterWords.what)}
        value={key}
        options={keys.map((value) => ({ value, label: t(promiseWord(value)) }))}
        onChange={(next) => set({ key: next })}
      />
      <TextField
        label={t(words.amount)}
        keys="decimal"
        value={String(term.amount)}
        onChange={(text) => set({ term: { ...term, amount: number(text) } })}
      />
      <Select
        label={t(words.unit)}
        value={term.unit}
        options={termUnits.map((value) => ({ value, label: t(unitWords[value]) }))}
        onChange={(unit) => set({ term: { ...term, unit } })}
      />
      <TextField
        label={t(words.maxExtensions)}
        keys="numeric"
        value={String(maxExtensions)}
        onChange={(text) => set({ maxExtensions: number(text) })}
      />
      {maxExtensions > 0 ? (
        <TextField
          label={t(words.extensionAmount)}
          keys="decimal"
          value={String(extension?.amount ?? term.amount)}
          onChange={(text) => set({ extension: { ...(extension ?? term), amount: number(text) } })}
        />
      ) : null}
      <TextField
        label={t(catalogueWords.from)}
        type="date"
        value={from}
        onChange={(day) => set({ from: day as Day })}
      />
      <TextField
        label={t(catalogueWords.until)}
        type="date"
        value={until ?? ''}
        onChange={(day) => set({ until: day === '' ? null : (day as Day) })}
      />
      <Select
        label={t(matterWords.mark)}
        value={mark}
        options={(['●', '○', '△'] as const).map((value) => ({ value, label: `${value} ${t(markWords[value])}` }))}
        onChange={(next: Mark) => set({ mark: next })}
      />
      <div className="promise-source">
        <TextField label={t(matterWords.source)} max={300} value={source} onChange={(next) => set({ source: next })} />
      </div>
      <CheckBox checked={pausable} onChange={(on) => set({ pausable: on })}>
        {t(matterWords.pausable)}
      </CheckBox>
      <Button kind="quiet" onPress={() => onChange(null)}>
        {t(words.removePromise)}
      </Button>
    </fieldset>
  )
}
