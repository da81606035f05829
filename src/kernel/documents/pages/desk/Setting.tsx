import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Facts, Form, Row, Sheet, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { formatInstant } from '../../../worktime/rules.ts'
import type { SettingView } from '../../model/views.ts'
import { documentKinds, type NumberFormat } from '../../model.ts'
import { numberOf } from '../../rules/number.ts'
import { kindWords } from '../../words.ts'
import { settingWords as words } from '../words/settings.ts'
import { SETTINGS } from './Settings.tsx'

type Texts = Record<string, string>

/** One setting: as it holds, in the making, and as it was. */
export function Setting({ title, setting }: { title: string; setting: SettingView }) {
  const { t } = useTongue()
  const [open, setOpen] = useState<'edit' | 'history' | null>(null)
  if (open === 'edit')
    return (
      <Sheet title={title}>
        <Editing setting={setting} onClose={() => setOpen(null)} />
      </Sheet>
    )
  return (
    <Sheet title={title} acts={<Soft>{versionSaid(t, setting)}</Soft>}>
      <Body setting={setting} />
      <Row>
        <Button onPress={() => setOpen('edit')}>{t(words.edit)}</Button>
        <Button kind="quiet" pressed={open === 'history'} onPress={() => setOpen(open ? null : 'history')}>
          {t(words.history)}
        </Button>
      </Row>
      {open === 'history' ? <History of={setting.key} /> : null}
    </Sheet>
  )
}

const versionSaid = (t: (words: Said) => string, { version, changedAt }: SettingView): string =>
  version === 0
    ? t(words.original)
    : `${t(words.version)} ${version}${changedAt ? ` · ${t(formatInstant(changedAt as Instant))}` : ''}`

function Body({ setting: { key, body } }: { setting: SettingView }) {
  const { t } = useTongue()
  if (key === 'format') {
    const { pattern, kinds } = body as unknown as NumberFormat
    return (
      <Facts
        facts={[
          { label: t(words.pattern), value: <code>{pattern}</code>, wide: true },
          ...documentKinds.map((kind) => ({ label: t(kindWords[kind]), value: kinds[kind] })),
        ]}
      />
    )
  }
  const { text, basis, remedy } = body as Texts
  // What documents say is Chinese, whoever reads the page.
  if (text !== undefined)
    return (
      <div lang="zh-CN">
        <Told>{text}</Told>
      </div>
    )
  if (!basis && !remedy) return <Soft>{t(words.none)}</Soft>
  return (
    <Facts
      facts={[
        { label: t(words.basis), value: basis, wide: true },
        { label: t(words.remedy), value: remedy, wide: true },
      ]}
    />
  )
}

function History({ of }: { of: string }) {
  const read = useRead<{ rows: readonly SettingView[] }>(withQuery(`${SETTINGS}/history`, { key: of }), {
    topics: ['document-settings'],
  })
  const { t } = useTongue()
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Stack>
          {rows.map((one) => (
            <div key={one.version}>
              <Soft>{versionSaid(t, one)}</Soft>
              <Body setting={one} />
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  )
}

type Faults = { readonly rows: readonly { readonly at: string; readonly said: Said }[] }

/** What is typed is kept on the device until it is saved; what would keep it from being used is said before. */
export function Editing({ setting, onClose }: { setting: SettingView; onClose(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const { key, version } = setting
  const draft = useDraft<Texts>(`setting.${key}.${version}`, flat(setting))
  const body = bodyOf(key, draft.form)
  const save = useAct<object>(SETTINGS, {
    method: 'PUT',
    changes: ['document-settings'],
    onDone: () => {
      draft.clear()
      say(t(words.saved))
      onClose()
    },
  })
  const look = useAct<object, Faults>(`${SETTINGS}/faults`, {
    onDone: ({ rows }) => {
      if (rows.length === 0) save.act({ key, seen: version, body })
    },
  })
  const faults = look.answer?.rows ?? []
  const cancel = () => {
    draft.clear()
    onClose()
  }
  return (
    <Form label={t(words.edit)} onSend={() => look.act({ key, body })}>
      {key === 'format' ? (
        <FormatFields form={draft.form} onChange={draft.set} />
      ) : (
        <TextFields of={key} draft={draft} />
      )}
      {faults.length > 0 ? (
        <Notice tone="bad" spoken>
          <ul>
            {faults.map(({ at, said }) => (
              <li key={`${at} ${said.zh}`}>{t(said)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ProblemNotice problem={save.problem ?? look.problem} />
      <Soft>{t(words.draftKept)}</Soft>
      <Row>
        <Button kind="primary" type="submit" busy={save.busy || look.busy}>
          {t(words.save)}
        </Button>
        <Button onPress={cancel}>{t(uiWords.cancel)}</Button>
      </Row>
    </Form>
  )
}

function TextFields({ of, draft: { form, set } }: { of: string; draft: { form: Texts; set(change: Texts): void } }) {
  const { t } = useTongue()
  if (!of.startsWith('law/'))
    return (
      <TextArea
        label={t(words.text)}
        hint={of.startsWith('text/') ? t(words.textHint) : undefined}
        rows={of.startsWith('text/') ? 10 : 1}
        max={4_000}
        value={form.text ?? ''}
        onChange={(text) => set({ text })}
      />
    )
  return (
    <>
      {(['basis', 'remedy'] as const).map((name) => (
        <TextArea
          key={name}
          label={t(words[name])}
          max={1_000}
          rows={2}
          value={form[name] ?? ''}
          onChange={(text) => set({ [name]: text })}
        />
      ))}
    </>
  )
}

function FormatFields({ form, onChange }: { form: Texts; onChange(change: Texts): void }) {
  const { t } = useTongue()
  const format = bodyOf('format', form) as NumberFormat
  const example = numberOf(format, { word: t(words.word), kind: 'accepted', year: 2026, seq: 12 })
  return (
    <>
      <TextField
        label={t(words.pattern)}
        hint={t(words.patternHint)}
        max={60}
        value={form.pattern ?? ''}
        onChange={(pattern) => onChange({ pattern })}
      />
      <Soft>{`${t(words.example)} ${example}`}</Soft>
      <div className="filters">
        {documentKinds.map((kind) => (
          <TextField
            key={kind}
            label={`${t(words.kindLetters)}${t(kindWords[kind])}`}
            max={6}
            value={form[kind] ?? ''}
            onChange={(letters) => onChange({ [kind]: letters })}
          />
        ))}
      </div>
    </>
  )
}

const flat = ({ key, body }: SettingView): Texts => {
  if (key.startsWith('law/')) return { basis: '', remedy: '', ...(body as Texts) }
  if (key !== 'format') return body as Texts
  const { pattern, kinds } = body as unknown as NumberFormat
  return { pattern, ...kinds }
}

function bodyOf(key: string, form: Texts): object {
  const trimmed = Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text.trim()]))
  if (key === 'format') {
    const { pattern = '', ...kinds } = trimmed
    return { pattern, kinds }
  }
  return key.startsWith('law/')
    ? Object.fromEntries(Object.entries(trimmed).filter(([, text]) => text !== ''))
    : trimmed
}
