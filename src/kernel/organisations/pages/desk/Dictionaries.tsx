import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Page, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { DictionaryEntry } from '../../model.ts'
import { Foot } from './Foot.tsx'
import { History, useEntries } from './History.tsx'
import { Narrow } from './Narrow.tsx'
import { ORGANISATIONS } from './trees.ts'
import { useHolds } from './Units.tsx'
import { renames, dictionaryWords as words } from './words/dictionaries.ts'

type Line = DictionaryEntry & { readonly used: number }
type Dictionary = { readonly id: string; readonly name: Said; readonly use: Said }
const DICTIONARIES = '/api/organisations/dictionaries'

/** `/admin/dictionaries`: the small lists people pick from, with who changed them. */
export function Dictionaries() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const keeps = useHolds('organisations.dictionaries')
  const read = useRead<{ rows: readonly Dictionary[] }>(DICTIONARIES, { topics: [ORGANISATIONS] })
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Loaded read={read}>
        {({ rows }) => {
          const shown = rows.find(({ id }) => id === search.id) ?? rows[0]
          return shown === undefined ? null : (
            <Stack>
              {keeps ? null : <Notice title={t(words.readOnly)} />}
              <Narrow>
                <Select
                  label={t(words.which)}
                  hint={t(shown.use)}
                  value={shown.id}
                  options={rows.map(({ id, name }) => ({ value: id, label: t(name) }))}
                  onChange={(id) => setSearch({ id })}
                />
              </Narrow>
              <Entries key={shown.id} dictionary={shown} keeps={keeps} />
              {keeps ? <History of={shown.id} /> : null}
            </Stack>
          )
        }}
      </Loaded>
    </Page>
  )
}

function Entries({ dictionary, keeps }: { dictionary: Dictionary; keeps: boolean }) {
  const { t, count } = useTongue()
  const read = useEntries<Line>(dictionary.id)
  const [open, setOpen] = useState<Line | 'new' | null>(null)
  const add = keeps ? (
    <Button icon="plus" onPress={() => setOpen('new')}>
      {t(words.fresh)}
    </Button>
  ) : null
  return (
    <Sheet title={t(dictionary.name)} acts={add}>
      <Loaded read={read}>
        {({ rows }) => (
          <Stack>
            {open ? (
              <Entry
                key={open === 'new' ? 'new' : open.code}
                dictionary={dictionary.id}
                entry={open === 'new' ? null : open}
                next={Math.max(0, ...rows.map(({ ordinal }) => ordinal)) + 10}
                onClose={() => setOpen(null)}
              />
            ) : null}
            <Table
              caption={t(dictionary.name)}
              hideCaption
              rows={rows}
              rowId={({ code }) => code}
              columns={[
                { id: 'zh', title: t(words.chinese), cell: ({ name }) => <span lang="zh-CN">{name.zh}</span> },
                { id: 'en', title: t(words.english), cell: ({ name }) => name.en },
                { id: 'code', title: t(words.code), cell: ({ code }) => code },
                { id: 'ordinal', title: t(words.ordinal), align: 'end', cell: ({ ordinal }) => ordinal },
                { id: 'state', title: t(words.state), cell: ({ retired }) => t(retired ? words.retired : words.inUse) },
                { id: 'used', title: t(words.used), align: 'end', cell: ({ used }) => count(used) },
                ...(keeps
                  ? [
                      {
                        id: 'edit',
                        title: t(words.edit),
                        cell: (line: Line) => (
                          <Button kind="quiet" name={`${t(words.edit)} ${t(line.name)}`} onPress={() => setOpen(line)}>
                            {t(words.edit)}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

type EntryProps = { dictionary: string; entry: Line | null; next: number; onClose(): void }

type Written = { code: string; zh: string; en: string; ordinal: string }

const faultsOf = ({ code, zh, en, ordinal }: Written) => ({
  code: /^[a-z][a-z0-9-]{0,39}$/.test(code) ? undefined : words.codeBad,
  zh: zh.trim() === '' ? words.missing : undefined,
  en: en.trim() === '' ? words.missing : undefined,
  ordinal: /^\d{1,4}$/.test(ordinal) ? undefined : words.numberBad,
})

/** Writing an entry: its draft, what is wrong with each field, and saving it as it was read. */
function useEntryForm({ dictionary, entry, next, onClose }: EntryProps) {
  const { t } = useTongue()
  const say = useToast()
  const [tried, setTried] = useState(false)
  const draft = useDraft<Written>(`admin.entry.${dictionary}.${entry?.code ?? ''}`, {
    code: entry?.code ?? '',
    zh: entry?.name.zh ?? '',
    en: entry?.name.en ?? '',
    ordinal: String(entry?.ordinal ?? next),
  })
  const { code, zh, en, ordinal } = draft.form
  const save = useAct<object>(`${DICTIONARIES}/${dictionary}/entries/${code}`, {
    method: 'PUT',
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(words.saved))
      draft.clear()
      onClose()
    },
  })
  const wrong = faultsOf(draft.form)
  return {
    draft,
    save,
    at: (field: keyof Written) => {
      const told = troubleAt(save.problem, `/${field}`) ?? (tried ? wrong[field] : undefined)
      return told && t(told)
    },
    send: (retired: boolean) => {
      setTried(true)
      if (Object.values(wrong).some((one) => one !== undefined)) return
      save.act({ zh: zh.trim(), en: en.trim(), ordinal: Number(ordinal), retired, seen: entry?.revision ?? 0 })
    },
    isRenamed: entry !== null && entry.used > 0 && (zh.trim() !== entry.name.zh || en.trim() !== entry.name.en),
  }
}

function Entry(props: EntryProps) {
  const { entry, onClose } = props
  const { t } = useTongue()
  const { draft, save, at, send, isRenamed } = useEntryForm(props)
  const { form, set } = draft
  const retire = entry ? (
    <Button busy={save.busy} onPress={() => send(!entry.retired)}>
      {t(entry.retired ? words.restore : words.retire)}
    </Button>
  ) : null
  return (
    <Narrow>
      <Form label={t(entry ? words.edit : words.fresh)} onSend={() => send(entry?.retired ?? false)}>
        {entry ? null : (
          <TextField
            label={t(words.code)}
            hint={t(words.codeHint)}
            value={form.code}
            onChange={(code) => set({ code })}
            error={at('code')}
            required
          />
        )}
        <TextField
          label={t(words.chinese)}
          value={form.zh}
          onChange={(zh) => set({ zh })}
          max={40}
          error={at('zh')}
          required
        />
        <TextField
          label={t(words.english)}
          value={form.en}
          onChange={(en) => set({ en })}
          max={80}
          error={at('en')}
          required
        />
        <TextField
          label={t(words.ordinal)}
          keys="numeric"
          value={form.ordinal}
          onChange={(ordinal) => set({ ordinal })}
          error={at('ordinal')}
        />
        {isRenamed && entry ? <Notice title={t(renames(entry.used))} /> : null}
        <Foot
          problem={save.problem}
          isKept={draft.isKept}
          save={{ label: t(words.save), busy: save.busy }}
          more={retire}
          onClose={onClose}
        />
      </Form>
    </Narrow>
  )
}
