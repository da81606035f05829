import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { dayText } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Leave } from '../../model.ts'
import { useEntries } from './History.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { UnitField } from './Pickers.tsx'
import { ORGANISATIONS, useTree, useUnitNames } from './trees.ts'
import { leaveWords as words } from './words/leave.ts'

type Line = Leave & {
  readonly staffName: string
  readonly deputyName: string
  readonly unit: string
  readonly posts: number
}
const LEAVES = '/api/organisations/leaves'

/** `/admin/leaves`: who is away, who stands in, until when. */
export function Leaves() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [open, setOpen] = useState(search.of !== undefined)
  const { when, unit, q, sort } = search
  const query = { when, unit, q, sort }
  const acts = (
    <>
      <SaveFile url={withQuery(`${LEAVES}/export`, query)} name="leaves.xlsx">
        {t(words.export)}
      </SaveFile>
      <Button kind="primary" icon="plus" onPress={() => setOpen(true)}>
        {t(words.arrange)}
      </Button>
    </>
  )
  const whens = { now: words.now, ahead: words.ahead, over: words.over }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {open ? <LeaveForm staff={search.of ?? ''} onClose={() => setOpen(false)} /> : null}
        <Row>
          <TextField
            label={t(words.search)}
            type="search"
            max={40}
            value={q ?? ''}
            onChange={(text) => setSearch({ q: text || undefined })}
          />
          <Select
            label={t(words.when)}
            value={when ?? 'all'}
            options={[
              { value: 'all', label: t(words.all) },
              ...Object.entries(whens).map(([value, label]) => ({ value, label: t(label) })),
            ]}
            onChange={(next) => setSearch({ when: next === 'all' ? undefined : next })}
          />
          <UnitField
            label={t(words.unit)}
            value={unit ?? ''}
            onChange={(next) => setSearch({ unit: next || undefined })}
          />
          <Select
            label={t(words.sort)}
            value={sort ?? 'newest'}
            options={[
              { value: 'newest', label: t(words.newest) },
              { value: 'oldest', label: t(words.oldest) },
              { value: 'back', label: t(words.soonest) },
            ]}
            onChange={(next) => setSearch({ sort: next === 'newest' ? undefined : next })}
          />
        </Row>
        <LeaveTable query={query} />
      </Stack>
    </Page>
  )
}

/** Leaves as they are asked for; one that is not over can end sooner. */
export function LeaveTable({ query }: { query: Readonly<Record<string, string | undefined>> }) {
  const { t, tongue } = useTongue()
  const unitName = useUnitNames()
  const today = useTree().data?.day ?? ''
  const reasons = useEntries<{ code: string; name: Said; retired: boolean }>('dict_leave-reasons')
  const reasonOf = (code: string) => {
    const found = reasons.data?.rows.find((one) => one.code === code)
    return found ? t(found.name) : code
  }
  return (
    <Paged<Line>
      url={LEAVES}
      query={query}
      topics={[ORGANISATIONS]}
      caption={t(words.title)}
      empty={t(words.none)}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'person',
          title: t(words.person),
          cell: ({ staff, staffName }) => <Go to={`/admin/people/${staff}`}>{staffName}</Go>,
        },
        { id: 'unit', title: t(words.unit), cell: ({ unit }) => unitName(unit) },
        { id: 'reason', title: t(words.reason), cell: ({ reason }) => reasonOf(reason) },
        {
          id: 'deputy',
          title: t(words.deputy),
          cell: ({ deputy, deputyName }) => <Go to={`/admin/people/${deputy}`}>{deputyName}</Go>,
        },
        { id: 'from', title: t(words.from), cell: ({ from }) => dayText(from, tongue) },
        { id: 'to', title: t(words.to), cell: ({ to }) => dayText(to, tongue) },
        { id: 'posts', title: t(words.posts), align: 'end', cell: ({ posts }) => posts },
        {
          id: 'back',
          title: t(words.back),
          cell: (leave) => (leave.to > today && leave.to > leave.from ? <Back leave={leave} /> : null),
        },
      ]}
    />
  )
}

function Back({ leave }: { leave: Line }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const back = useAct<{ day: string }>(`${LEAVES}/${leave.id}/end`, {
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(words.isBack))
      setOpen(false)
    },
  })
  return (
    <>
      <Button kind="quiet" name={`${t(words.back)} ${leave.staffName}`} onPress={() => setOpen(true)}>
        {t(words.back)}
      </Button>
      <Confirm
        open={open}
        title={`${t(words.back)} · ${leave.staffName}`}
        act={t(words.back)}
        busy={back.busy}
        blocked={day === '' ? t(words.dayNeeded) : undefined}
        problem={back.problem}
        onAct={() => back.act({ day })}
        onClose={() => setOpen(false)}
      >
        <p>{t(words.backText)}</p>
        <TextField label={t(words.backDay)} type="date" value={day} onChange={setDay} required />
      </Confirm>
    </>
  )
}
