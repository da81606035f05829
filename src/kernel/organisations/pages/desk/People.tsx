import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { type StaffAccount, staffSorts } from '../../../people/model.ts'
import { accountStates } from '../../../people/words.ts'
import { ImportFile } from './ImportFile.tsx'
import { Narrow } from './Narrow.tsx'
import { UnitField } from './Pickers.tsx'
import { ORGANISATIONS, useUnitNames } from './trees.ts'
import { peopleWords as words } from './words/people.ts'

type Line = StaffAccount & { readonly seenAt: Instant | null }
const STAFF = '/api/people/staff'
const states = Object.keys(accountStates) as StaffAccount['state'][]

/** `/admin/people`: everybody's account, found, filtered, sorted; a new one, or a file of them. */
export function People() {
  const { t } = useTongue()
  const { asked } = useAsked()
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const acts = (
    <>
      <SaveFile url={withQuery('/api/organisations/staff/export', asked)} name="staff.xlsx">
        {t(words.export)}
      </SaveFile>
      <Button onPress={() => setOpen('import')}>{t(words.import)}</Button>
      <Button kind="primary" icon="plus" onPress={() => setOpen('new')}>
        {t(words.open)}
      </Button>
    </>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {open === 'new' ? <NewPerson onClose={() => setOpen(null)} /> : null}
        {open === 'import' ? (
          <ImportFile
            url="/api/organisations/staff/import"
            text={words.importPeopleText}
            onClose={() => setOpen(null)}
          />
        ) : null}
        <List />
      </Stack>
    </Page>
  )
}

/** What the list is narrowed and sorted by, as it stands in the address; the file is asked for alike. */
function useAsked() {
  const { search } = usePlace()
  const sort = staffSorts.find((one) => one === search.sort) ?? 'account'
  return { sort, asked: { q: search.q, unit: search.unit, state: search.state, sort } }
}

function List() {
  const { t, tongue } = useTongue()
  const { search, setSearch } = usePlace()
  const unitName = useUnitNames()
  const { asked, sort } = useAsked()
  return (
    <>
      <Row>
        <TextField
          label={t(words.search)}
          type="search"
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q: q || undefined })}
        />
        <UnitField
          label={t(words.unit)}
          value={search.unit ?? ''}
          onChange={(unit) => setSearch({ unit: unit || undefined })}
        />
        <Select
          label={t(words.state)}
          value={search.state ?? 'all'}
          options={[
            { value: 'all', label: t(words.allStates) },
            ...states.map((value) => ({ value, label: t(accountStates[value]) })),
          ]}
          onChange={(state) => setSearch({ state: state === 'all' ? undefined : state })}
        />
      </Row>
      <Paged<Line>
        url={STAFF}
        query={asked}
        topics={[ORGANISATIONS]}
        caption={t(words.title)}
        empty={t(words.none)}
        rowId={({ id }) => id}
        sorting={{ by: sort, onSort: (by) => setSearch({ sort: by }) }}
        columns={[
          {
            id: 'name',
            title: t(words.name),
            sort: 'name',
            cell: ({ id, name }) => <Go to={`/admin/people/${id}`}>{name}</Go>,
          },
          { id: 'account', title: t(words.account), sort: 'account', cell: ({ account }) => account },
          { id: 'unit', title: t(words.unit), sort: 'unit', cell: ({ unit }) => unitName(unit) },
          { id: 'state', title: t(words.state), cell: ({ state }) => t(accountStates[state]) },
          { id: 'totp', title: t(words.totp), cell: ({ totp }) => t(totp ? words.on : words.off) },
          {
            id: 'seen',
            title: t(words.seen),
            cell: ({ seenAt }) => (seenAt ? minuteOf(seenAt, tongue) : t(words.never)),
          },
          {
            id: 'created',
            title: t(words.created),
            sort: '-created',
            cell: ({ createdAt }) => minuteOf(createdAt, tongue),
          },
        ]}
      />
    </>
  )
}

type Handed = { readonly id: string; readonly password: string }
const empty = { account: '', name: '', unit: '' }

function NewPerson({ onClose }: { onClose(): void }) {
  const { t } = useTongue()
  const draft = useDraft('admin.person', empty)
  const [tried, setTried] = useState(false)
  const { account, name, unit } = draft.form
  const open = useAct<typeof empty, Handed>(STAFF, { changes: [ORGANISATIONS], onDone: draft.clear })
  const wrong = {
    account: /^[a-z0-9][a-z0-9._-]{2,39}$/i.test(account.trim()) ? undefined : t(words.accountBad),
    name: name.trim() === '' ? t(words.nameMissing) : undefined,
    unit: unit === '' ? t(words.unitMissing) : undefined,
  }
  const at = (field: keyof typeof wrong) => {
    const told = troubleAt(open.problem, `/${field}`)
    return told ? t(told) : tried ? wrong[field] : undefined
  }
  const send = () => {
    setTried(true)
    if (Object.values(wrong).every((one) => one === undefined))
      open.act({ account: account.trim(), name: name.trim(), unit })
  }
  if (open.answer)
    return (
      <Sheet title={t(words.opened)}>
        <PasswordOnce password={open.answer.password} />
        <Row>
          <Go look="primary" to={`/admin/people/${open.answer.id}`}>
            {t(words.toPerson)}
          </Go>
          <Button onPress={onClose}>{t(words.close)}</Button>
        </Row>
      </Sheet>
    )
  return (
    <Sheet title={t(words.open)}>
      <Narrow>
        <Form label={t(words.open)} onSend={send}>
          <TextField
            label={t(words.account)}
            hint={t(words.accountHint)}
            value={account}
            onChange={(text) => draft.set({ account: text })}
            error={at('account')}
            required
          />
          <TextField
            label={t(words.name)}
            value={name}
            onChange={(text) => draft.set({ name: text })}
            max={40}
            error={at('name')}
            required
          />
          <UnitField
            label={t(words.unit)}
            value={unit}
            onChange={(next) => draft.set({ unit: next })}
            error={at('unit')}
            required
          />
          <ProblemNotice problem={open.problem} />
          {draft.isKept ? <Soft>{t(words.kept)}</Soft> : null}
          <Row>
            <Button kind="primary" type="submit" busy={open.busy}>
              {t(words.save)}
            </Button>
            <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
          </Row>
        </Form>
      </Narrow>
    </Sheet>
  )
}

/** A password that nobody can look up again. */
export function PasswordOnce({ password }: { password: string }) {
  const { t } = useTongue()
  return (
    <Notice tone="good" title={t(words.password)} spoken>
      <p>
        <code>{password}</code>
      </p>
      <p>{t(words.passwordText)}</p>
    </Notice>
  )
}
