import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Page, Row, Sheet, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Setting, Template } from '../../model/notices.ts'
import { wordingWords as words } from '../words/wordings.ts'
import { WordingForm } from './WordingForm.tsx'

export const WORDINGS = '/api/channels/templates'

/** `/admin/wordings`: what every notice says, with its history; and when notices go out. */
export function Wordings() {
  const { t } = useTongue()
  const { search } = usePlace()
  const read = useRead<{ rows: readonly Template[] }>(WORDINGS, { topics: [WORDINGS] })
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Stack>
        <Doors />
        <Filters />
        <Loaded read={read}>
          {({ rows }) => {
            const shown = rows.filter((one) => fits(one, search))
            return shown.length === 0 ? (
              <EmptyState icon="search" title={t(words.none)} />
            ) : (
              <Stack>
                {shown.map((one) => (
                  <One key={`${one.key} ${one.version}`} template={one} />
                ))}
              </Stack>
            )
          }}
        </Loaded>
      </Stack>
    </Page>
  )
}

type Search = Readonly<Record<string, string | undefined>>

/** A few dozen in all: they are narrowed here. */
function fits({ to, key, title, text, version }: Template, { to: asked, q = '', changed }: Search): boolean {
  const said = [key, title.zh, title.en, text.zh, text.en].join(' ').toLowerCase()
  return (asked === undefined || to === asked) && said.includes(q.trim().toLowerCase()) && (!changed || version > 0)
}

function Filters() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  return (
    <Row>
      <TextField
        label={t(words.search)}
        type="search"
        max={60}
        value={search.q ?? ''}
        onChange={(q) => setSearch({ q: q || undefined })}
      />
      <Select
        label={t(words.to)}
        value={search.to ?? 'any'}
        options={[
          { value: 'any', label: t(words.any) },
          { value: 'resident', label: t(words.resident) },
          { value: 'staff', label: t(words.staff) },
        ]}
        onChange={(to) => setSearch({ to: to === 'any' ? undefined : to })}
      />
      <CheckBox checked={search.changed === 'yes'} onChange={(on) => setSearch({ changed: on ? 'yes' : undefined })}>
        {t(words.changedOnly)}
      </CheckBox>
    </Row>
  )
}

function One({ template }: { template: Template }) {
  const { t } = useTongue()
  const [open, setOpen] = useState<'edit' | 'history' | null>(null)
  const [begun, setBegun] = useState(template)
  const { title, text, to, goesOut, version } = template
  const edit = (from: Template) => {
    setBegun(from)
    setOpen('edit')
  }
  const about = [t(words[to]), t(goesOut ? words.goesOut : words.inboxOnly)]
  const which = version === 0 ? t(words.original) : `${t(words.version)} ${version}`
  return (
    <Sheet title={t(title)} acts={<Soft>{[...about, which].join(' · ')}</Soft>}>
      {open === 'edit' ? (
        <WordingForm key={begun.version} template={template} begun={begun} onClose={() => setOpen(null)} />
      ) : (
        <>
          <Told>{t(text)}</Told>
          <Row>
            <Button name={`${t(words.edit)} ${t(title)}`} onPress={() => edit(template)}>
              {t(words.edit)}
            </Button>
            <Button
              kind="quiet"
              name={`${t(words.history)} ${t(title)}`}
              pressed={open === 'history'}
              onPress={() => setOpen(open ? null : 'history')}
            >
              {t(words.history)}
            </Button>
          </Row>
        </>
      )}
      {open === 'history' ? <History template={template} onUse={edit} /> : null}
    </Sheet>
  )
}

function History({ template, onUse }: { template: Template; onUse(from: Template): void }) {
  const { t, tongue } = useTongue()
  const read = useRead<{ rows: readonly Template[] }>(`${WORDINGS}/${template.key}`, { topics: [WORDINGS] })
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Stack>
          {rows.map((one) => (
            <div key={one.version}>
              <Soft>
                {one.since === null
                  ? t(words.original)
                  : `${t(words.version)} ${one.version} · ${minuteOf(one.since, tongue)}`}
              </Soft>
              <Told>{`${t(one.title)}\n${t(one.text)}`}</Told>
              {one.version === template.version ? null : (
                <Button
                  kind="quiet"
                  name={`${t(one.version === 0 ? words.restore : words.useThis)} ${t(words.version)} ${one.version}`}
                  onPress={() => onUse(one)}
                >
                  {t(one.version === 0 ? words.restore : words.useThis)}
                </Button>
              )}
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  )
}

const SETTING = '/api/channels/setting'

/** Which doors are open, and the hours in which no SMS goes out. */
function Doors() {
  const read = useRead<Setting>(SETTING, { topics: [SETTING] })
  return <Loaded read={read}>{(setting) => <DoorsForm key={JSON.stringify(setting)} begun={setting} />}</Loaded>
}

function DoorsForm({ begun }: { begun: Setting }) {
  const { t } = useTongue()
  const say = useToast()
  const [setting, setSetting] = useState(begun)
  const { sms, mail, quiet } = setting
  const save = useAct<Setting>(SETTING, {
    method: 'PUT',
    changes: [SETTING],
    onDone: () => say(t(words.settingSaved)),
  })
  return (
    <Sheet title={t(words.setting)}>
      <Form label={t(words.setting)} onSend={() => save.act(setting)}>
        <Row>
          <CheckBox checked={sms} onChange={(on) => setSetting({ ...setting, sms: on })}>
            {t(words.sms)}
          </CheckBox>
          <CheckBox checked={mail} onChange={(on) => setSetting({ ...setting, mail: on })}>
            {t(words.mail)}
          </CheckBox>
          <TextField
            label={t(words.quietFrom)}
            type="time"
            value={quiet.from}
            onChange={(from) => setSetting({ ...setting, quiet: { ...quiet, from } })}
          />
          <TextField
            label={t(words.quietTo)}
            type="time"
            value={quiet.to}
            onChange={(to) => setSetting({ ...setting, quiet: { ...quiet, to } })}
          />
          <Button type="submit" busy={save.busy}>
            {t(words.settingSave)}
          </Button>
        </Row>
        <Soft>{t(words.quietHint)}</Soft>
        <ProblemNotice problem={save.problem} />
      </Form>
    </Sheet>
  )
}
