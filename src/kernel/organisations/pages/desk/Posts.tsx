import { useState } from 'react'
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
import { type Post, postSorts } from '../../model.ts'
import { DayField } from './DayField.tsx'
import { UnitField } from './Pickers.tsx'
import { PostForm, useRoles } from './PostForm.tsx'
import { ORGANISATIONS } from './trees.ts'
import { postWords as words } from './words/posts.ts'

export type PostRow = Post & {
  readonly staffName: string
  readonly account: string
  readonly roleName: string
  readonly unitName: string
  readonly deputyName: string | null
}
const POSTS = '/api/organisations/posts'

/** `/admin/posts`: who holds what on a day. */
export function Posts() {
  const { t } = useTongue()
  const { asked } = useAsked()
  const [giving, setGiving] = useState(false)
  const acts = (
    <>
      <SaveFile url={withQuery(`${POSTS}/export`, asked)} name="posts.xlsx">
        {t(words.export)}
      </SaveFile>
      <Button kind="primary" icon="plus" onPress={() => setGiving(true)}>
        {t(words.give)}
      </Button>
    </>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {giving ? <PostForm onClose={() => setGiving(false)} /> : null}
        <List />
      </Stack>
    </Page>
  )
}

/** What the list is narrowed and sorted by, as it stands in the address; the file is asked for alike. */
function useAsked() {
  const { search } = usePlace()
  const sort = postSorts.find((one) => one === search.sort) ?? 'unit'
  const { q, unit, role, day } = search
  const partTime = search.part === 'part' ? 'true' : search.part === 'full' ? 'false' : undefined
  return { sort, asked: { q, unit, role, day, partTime, sort } }
}

function List() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const roles = useRoles()
  const { asked, sort } = useAsked()
  const { q, unit, role, day } = search
  return (
    <>
      <Row>
        <TextField
          label={t(words.search)}
          type="search"
          value={q ?? ''}
          onChange={(text) => setSearch({ q: text || undefined })}
        />
        <UnitField
          label={t(words.unit)}
          value={unit ?? ''}
          onChange={(next) => setSearch({ unit: next || undefined })}
        />
        <Select
          label={t(words.role)}
          value={role ?? 'all'}
          options={[
            { value: 'all', label: t(words.allRoles) },
            ...(roles.data?.rows ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={(next) => setSearch({ role: next === 'all' ? undefined : next })}
        />
        <Select
          label={t(words.part)}
          value={search.part ?? 'all'}
          options={[
            { value: 'all', label: t(words.all) },
            { value: 'full', label: t(words.fullTime) },
            { value: 'part', label: t(words.partTime) },
          ]}
          onChange={(next) => setSearch({ part: next === 'all' ? undefined : next })}
        />
        <DayField label={t(words.day)} value={day ?? ''} onChange={(next) => setSearch({ day: next || undefined })} />
      </Row>
      <PostTable query={asked} sort={sort} onSort={(by) => setSearch({ sort: by })} />
    </>
  )
}

type TableProps = {
  query: Readonly<Record<string, string | undefined>>
  sort?: string
  onSort?(by: string): void
}

/** Posts as they are asked for; each can be ended. */
export function PostTable({ query, sort, onSort }: TableProps) {
  const { t, tongue } = useTongue()
  return (
    <Paged<PostRow>
      url={POSTS}
      query={query}
      topics={[ORGANISATIONS]}
      caption={t(words.title)}
      empty={t(words.none)}
      rowId={({ id }) => id}
      sorting={sort && onSort ? { by: sort, onSort } : undefined}
      columns={[
        {
          id: 'person',
          title: t(words.person),
          sort: 'staff',
          cell: ({ staff, staffName }) => <Go to={`/admin/people/${staff}`}>{staffName}</Go>,
        },
        { id: 'unit', title: t(words.unit), sort: 'unit', cell: ({ unitName }) => unitName },
        { id: 'role', title: t(words.role), sort: 'role', cell: ({ roleName }) => roleName },
        { id: 'part', title: t(words.part), cell: ({ partTime }) => t(partTime ? words.partTime : words.fullTime) },
        { id: 'from', title: t(words.from), sort: '-from', cell: ({ from }) => dayText(from, tongue) },
        { id: 'to', title: t(words.to), cell: ({ to }) => (to === null ? '' : dayText(to, tongue)) },
        { id: 'deputy', title: t(words.deputy), cell: ({ deputyName }) => deputyName },
        { id: 'end', title: t(words.end), cell: (post) => <EndPost post={post} /> },
      ]}
    />
  )
}

function EndPost({ post }: { post: PostRow }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const end = useAct<{ day: string }>(`${POSTS}/${post.id}/end`, {
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(words.ended))
      setOpen(false)
    },
  })
  return (
    <>
      <Button kind="quiet" name={`${t(words.end)} ${post.staffName} ${post.roleName}`} onPress={() => setOpen(true)}>
        {t(words.end)}
      </Button>
      <Confirm
        open={open}
        title={`${t(words.end)} · ${post.staffName} · ${post.roleName}`}
        act={t(words.end)}
        danger
        busy={end.busy}
        blocked={day === '' ? t(words.dayNeeded) : undefined}
        problem={end.problem}
        onAct={() => end.act({ day })}
        onClose={() => setOpen(false)}
      >
        <p>{t(words.endText)}</p>
        <TextField label={t(words.endDay)} type="date" value={day} onChange={setDay} required />
      </Confirm>
    </>
  )
}
