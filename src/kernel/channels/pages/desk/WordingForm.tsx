import { useState } from 'react'
import type { Tongue } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { LoadingState } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { NoticeParams, ParamName, Template, Wording } from '../../model/notices.ts'
import { faultsOfWording, render, smsParts } from '../../rules/wording.ts'
import { paramWords } from '../../words/notices.ts'
import { wordingFaultSaid } from '../../words/wording-faults.ts'
import { smsSaid, wordingWords as words } from '../words/wordings.ts'
import { WORDINGS } from './Wordings.tsx'

type Props = {
  template: Template
  /** The wording one begins from: the newest, or an older one that is to hold again. */
  begun: Template
  onClose(): void
}
type Part = 'title' | 'text'
const places = ['title/zh', 'text/zh', 'title/en', 'text/en'] as const
type Place = (typeof places)[number]

/** Words a notice anew, in both tongues, with what is wrong at its field and the notice as it will be read. */
export function WordingForm({ template, begun, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const { key, version } = template
  const draft = useDraft<{ title: Wording['title']; text: Wording['text'] }>(
    `wording.${key}.${version}.${begun.version}`,
    {
      title: begun.title,
      text: begun.text,
    },
  )
  const [tried, setTried] = useState(false)
  const save = useAct<object>(`${WORDINGS}/${key}`, {
    method: 'PUT',
    changes: [WORDINGS],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
      onClose()
    },
  })
  const { title, text } = draft.form
  const faults = faultsOfWording({ title, text }, template)
  const isEmpty = places.some((place) => valueAt(draft.form, place).trim() === '')
  const at = (place: Place): string | undefined => {
    const told = troubleAt(save.problem, `/${place}`)
    if (told) return t(told)
    if (valueAt(draft.form, place).trim() === '') return tried ? t(words.needed) : undefined
    const found = faults.filter((fault) => `${fault.part}/${fault.tongue}` === place)
    return found.length > 0 ? found.map((fault) => t(wordingFaultSaid(fault))).join('；') : undefined
  }
  const send = () => {
    setTried(true)
    if (faults.length === 0 && !isEmpty) save.act({ title, text, after: version })
  }
  const close = () => {
    draft.clear()
    onClose()
  }
  return (
    <Form label={t(words.edit)} onSend={send}>
      <Blanks template={template} />
      <Fields
        form={draft.form}
        at={at}
        onChange={(part, tongue, next) => draft.set({ [part]: { ...draft.form[part], [tongue]: next } })}
      />
      <Shown template={template} wording={{ title, text }} />
      <ProblemNotice problem={save.problem} />
      {tried && (faults.length > 0 || isEmpty) ? <Notice tone="bad">{t(words.fixFirst)}</Notice> : null}
      <Row>
        <Button kind="primary" type="submit" busy={save.busy}>
          {t(words.save)}
        </Button>
        <Button onPress={close}>{t(uiWords.cancel)}</Button>
        {draft.isKept ? <Soft>{t(uiWords.draftKept)}</Soft> : null}
      </Row>
    </Form>
  )
}

function valueAt(form: Wording, place: Place): string {
  const [part, tongue] = place.split('/') as [Part, Tongue]
  return form[part][tongue]
}

/** What may be filled in, each as it is written. */
function Blanks({ template: { must, may } }: { template: Template }) {
  const { t } = useTongue()
  const listed = (names: readonly ParamName[]) => names.map((name) => `{${name}} ${t(paramWords[name])}`).join(' · ')
  return (
    <Stack gap="tight">
      {must.length > 0 ? <Soft>{`${t(words.must)} · ${listed(must)}`}</Soft> : null}
      {may.length > 0 ? <Soft>{`${t(words.may)} · ${listed(may)}`}</Soft> : null}
      <Soft>{t(words.blanks)}</Soft>
    </Stack>
  )
}

type FieldsProps = {
  form: Wording
  at(place: Place): string | undefined
  onChange(part: Part, tongue: Tongue, next: string): void
}
const labels = {
  zh: { title: words.titleZh, text: words.textZh },
  en: { title: words.titleEn, text: words.textEn },
} as const

function Fields({ form, at, onChange }: FieldsProps) {
  const { t } = useTongue()
  return (
    <>
      {(['zh', 'en'] as const).map((tongue) => (
        <Stack key={tongue} gap="tight">
          <TextField
            label={t(labels[tongue].title)}
            max={tongue === 'zh' ? 40 : 120}
            required
            error={at(`title/${tongue}`)}
            value={form.title[tongue]}
            onChange={(next) => onChange('title', tongue, next)}
          />
          <TextArea
            label={t(labels[tongue].text)}
            max={tongue === 'zh' ? 300 : 900}
            rows={4}
            required
            error={at(`text/${tongue}`)}
            value={form.text[tongue]}
            onChange={(next) => onChange('text', tongue, next)}
          />
        </Stack>
      ))}
    </>
  )
}

/** The notice as its reader will see it, in both tongues. */
function Shown({ template, wording }: { template: Template; wording: Wording }) {
  const { t } = useTongue()
  const read = useRead<{ params: NoticeParams; isReal: boolean }>(`${WORDINGS}/${template.key}/example`)
  if (!read.data) return read.error ? null : <LoadingState shape="text" count={2} />
  const { params, isReal } = read.data
  return (
    <Stack gap="tight">
      <Soft>{`${t(words.preview)} · ${t(isReal ? words.real : words.madeUp)}`}</Soft>
      {(['zh', 'en'] as const).map((tongue) => {
        const seen = render(wording, params, { tongue, mask: true })
        return (
          <Notice key={tongue} tone="info" title={seen.title}>
            <Told>{seen.text}</Told>
            {template.goesOut ? <Soft>{t(smsSaid([...seen.text].length, smsParts(seen.text)))}</Soft> : null}
          </Notice>
        )
      })}
    </Stack>
  )
}
