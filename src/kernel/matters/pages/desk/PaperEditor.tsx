import type { Said } from '../../../../platform/words.ts'
import { type Problem, troubleAt } from '../../../../ui/api/problem.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Paper } from '../../model.ts'
import type { EditProps } from './EditMatter.tsx'
import { matterWords } from './words/catalogue.ts'
import { issuerWords, needWords, paperFormWords, paperWords as words } from './words/papers.ts'

type Props = EditProps & { problem: Problem | null }

/** The papers that are asked for, in the order in which they are shown. */
export function PaperEditor({ contents: { papers }, onChange, problem }: Props) {
  const { t } = useTongue()
  const put = (at: number, one: Paper | null) =>
    onChange({ papers: papers.flatMap((paper, place) => (place === at ? (one ? [one] : []) : [paper])) })
  const swap = (at: number, other: number) => {
    const next = [...papers]
    const [one, two] = [papers[at], papers[other]]
    if (!one || !two) return
    next[at] = two
    next[other] = one
    onChange({ papers: next })
  }
  return (
    <Sheet title={t(matterWords.papers)}>
      <Stack>
        <Soft>{t(words.lead)}</Soft>
        {papers.length === 0 ? <Soft>{t(words.none)}</Soft> : null}
        {papers.map((paper, at) => (
          <PaperRow
            // biome-ignore lint/suspicious/noArrayIndexKey: its code is what is being typed
            key={at}
            paper={paper}
            onChange={(next) => put(at, next)}
            onUp={at > 0 ? () => swap(at, at - 1) : undefined}
            onDown={at < papers.length - 1 ? () => swap(at, at + 1) : undefined}
            troubleOf={(path) => troubleAt(problem, `/contents/papers/${at}/${path}`)}
          />
        ))}
        <div>
          <Button icon="plus" onPress={() => onChange({ papers: [...papers, freshPaper(papers)] })}>
            {t(words.add)}
          </Button>
        </div>
      </Stack>
    </Sheet>
  )
}

/** The next code that is free, so that nobody has to think of one. */
function freshPaper(papers: readonly Paper[]): Paper {
  const taken = new Set(papers.map(({ key }) => key))
  const key = Array.from({ length: papers.length + 1 }, (_, at) => `paper-${at + 1}`).find((one) => !taken.has(one))
  return { key: key ?? 'paper', name: { zh: '', en: '' }, need: 'must', form: 'electronic' }
}

type RowProps = {
  paper: Paper
  onChange(next: Paper | null): void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  troubleOf(path: string): Said | undefined
}

const needs = ['must', 'sometimes', 'may'] as const
const forms = ['original', 'copy', 'electronic'] as const
const issuers = ['applicant', 'government', 'intermediary', 'other'] as const

function PaperRow({ paper, onChange, onUp, onDown, troubleOf }: RowProps) {
  const { t } = useTongue()
  const at = (path: string) => {
    const trouble = troubleOf(path)
    return trouble && t(trouble)
  }
  const called = t(paper.name) || t(words.unnamed)
  return (
    <fieldset className="promise-row">
      <legend className="unseen">{called}</legend>
      <Names paper={paper} onChange={onChange} at={at} />
      <Kinds paper={paper} onChange={onChange} at={at} />
      {paper.need === 'sometimes' ? <Pair paper={paper} field="when" onChange={onChange} at={at} /> : null}
      <Pair paper={paper} field="standard" onChange={onChange} at={at} />
      <Row>
        {onUp ? (
          <Button kind="quiet" name={`${t(words.up)} ${called}`} onPress={onUp}>
            {t(words.up)}
          </Button>
        ) : null}
        {onDown ? (
          <Button kind="quiet" name={`${t(words.down)} ${called}`} onPress={onDown}>
            {t(words.down)}
          </Button>
        ) : null}
        <Button kind="quiet" name={`${t(words.remove)} ${called}`} onPress={() => onChange(null)}>
          {t(words.remove)}
        </Button>
      </Row>
    </fieldset>
  )
}

type PartProps = { paper: Paper; onChange(next: Paper): void; at(path: string): string | undefined }

/** The same paper with one thing said of it, or said no more. */
function withOr<K extends keyof Paper>(paper: Paper, field: K, value: Paper[K] | undefined): Paper {
  const { [field]: _gone, ...rest } = paper
  return (value === undefined ? rest : { ...rest, [field]: value }) as Paper
}

/** What it is called, by people and by the system, and where it is written that it is asked for. */
function Names({ paper, onChange, at }: PartProps) {
  const { t } = useTongue()
  const { key, name, basis = '' } = paper
  return (
    <>
      <TextField
        label={t(words.nameZh)}
        max={100}
        required
        error={at('name/zh') ?? at('name')}
        value={name.zh}
        onChange={(zh) => onChange({ ...paper, name: { ...name, zh } })}
      />
      <TextField
        label={t(words.nameEn)}
        max={200}
        required
        error={at('name/en')}
        value={name.en}
        onChange={(en) => onChange({ ...paper, name: { ...name, en } })}
      />
      <TextField
        label={t(words.basis)}
        max={300}
        error={at('basis')}
        value={basis}
        onChange={(next) => onChange(withOr(paper, 'basis', next === '' ? undefined : next))}
      />
      <TextField
        label={t(words.key)}
        hint={t(words.keyHint)}
        max={40}
        error={at('key')}
        value={key}
        onChange={(next) => onChange({ ...paper, key: next })}
      />
    </>
  )
}

/** Whether, how and from whom it is wanted. */
function Kinds({ paper, onChange, at }: PartProps) {
  const { t } = useTongue()
  const { need, form, copies, issuedBy } = paper
  return (
    <>
      <Select
        label={t(words.need)}
        value={need}
        options={needs.map((value) => ({ value, label: t(needWords[value]) }))}
        onChange={(next) => onChange({ ...paper, need: next })}
      />
      <Select
        label={t(words.form)}
        value={form}
        options={forms.map((value) => ({ value, label: t(paperFormWords[value]) }))}
        onChange={(next) => onChange({ ...paper, form: next })}
      />
      <TextField
        label={t(words.copies)}
        keys="numeric"
        error={at('copies')}
        value={copies === undefined ? '' : String(copies)}
        onChange={(text) => onChange(withOr(paper, 'copies', /^\d{1,2}$/.test(text) ? Number(text) : undefined))}
      />
      <Select
        label={t(words.issuedBy)}
        value={issuedBy ?? 'not-said'}
        options={[
          { value: 'not-said' as string, label: t(words.notSaid) },
          ...issuers.map((value) => ({ value: value as string, label: t(issuerWords[value]) })),
        ]}
        onChange={(next) =>
          onChange(
            withOr(
              paper,
              'issuedBy',
              issuers.find((one) => one === next),
            ),
          )
        }
      />
    </>
  )
}

type PairProps = PartProps & { field: 'when' | 'standard' }

const pairLabels = {
  when: { zh: words.whenZh, en: words.whenEn },
  standard: { zh: words.standardZh, en: words.standardEn },
} as const

/** A sentence in both tongues; empty in both, it is not said. */
function Pair({ paper, field, onChange, at }: PairProps) {
  const { t } = useTongue()
  const said = paper[field] ?? { zh: '', en: '' }
  const set = (next: Said) => onChange(withOr(paper, field, next.zh === '' && next.en === '' ? undefined : next))
  return (
    <>
      {(['zh', 'en'] as const).map((tongue) => (
        <TextField
          key={tongue}
          label={t(pairLabels[field][tongue])}
          max={tongue === 'zh' ? 200 : 400}
          error={at(`${field}/${tongue}`) ?? (tongue === 'zh' ? at(field) : undefined)}
          value={said[tongue]}
          onChange={(text) => set({ ...said, [tongue]: text })}
        />
      ))}
    </>
  )
}
