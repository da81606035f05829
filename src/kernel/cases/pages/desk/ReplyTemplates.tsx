import { useState } from 'react'
import { instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { type Query, usePages } from '../../../../ui/api/pages.ts'
import { type Problem, troubleAt } from '../../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { forget } from '../../../../ui/kept.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Page, Row, Sheet, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, ErrorState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { formatInstant } from '../../../worktime/rules.ts'
import type { ReplyTemplate } from '../../model/reply-templates.ts'
import { TEMPLATES, type Templates } from './moves/TemplatePicker.tsx'
import { templateWords as words } from './words/templates.ts'

type One = Templates['rows'][number] & { readonly unitName: string | null }

const filters = ['q', 'unit', 'live'] as const

/** `/templates`: what answers begin from, with every version; found, exported, and written by its keepers. */
export function ReplyTemplates() {
  const { t } = useTongue()
  const { search } = usePlace()
  const keeps = useRead<Templates>(TEMPLATES, { topics: [TEMPLATES] }).data?.keeps ?? []
  const [fresh, setFresh] = useState(false)
  const query = Object.fromEntries(filters.map((name) => [name, search[name]]))
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      wide
      acts={
        <Row>
          <SaveFile url={withQuery(`${TEMPLATES}/export.xlsx`, query)} name="reply-templates.xlsx">
            {t(words.export)}
          </SaveFile>
          {keeps.length > 0 && !fresh ? (
            <Button kind="primary" icon="plus" onPress={() => setFresh(true)}>
              {t(words.fresh)}
            </Button>
          ) : null}
        </Row>
      }
    >
      <Stack>
        {fresh ? <Fresh keeps={keeps} onClose={() => setFresh(false)} /> : null}
        <Filters keeps={keeps} />
        <Listed query={query} isQuiet={fresh} />
      </Stack>
    </Page>
  )
}

function Filters({ keeps }: { keeps: Templates['keeps'] }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const any = { value: 'any', label: t(words.any) }
  const set = (name: (typeof filters)[number]) => (value: string) =>
    setSearch({ [name]: value === 'any' || value === '' ? undefined : value })
  const units = keeps.flatMap(({ unit, name }) => (unit === null ? [] : [{ value: unit, label: name ?? unit }]))
  return (
    <div className="filters">
      <TextField label={t(words.search)} type="search" max={100} value={search.q ?? ''} onChange={set('q')} />
      <Select
        label={t(words.unit)}
        value={search.unit ?? 'any'}
        options={[any, { value: 'district', label: t(words.district) }, ...units]}
        onChange={set('unit')}
      />
      <Select
        label={t(words.state)}
        value={search.live ?? 'any'}
        options={[any, { value: 'true', label: t(words.inUse) }, { value: 'false', label: t(words.withdrawn) }]}
        onChange={set('live')}
      />
    </div>
  )
}

function Listed({ query, isQuiet }: { query: Query; isQuiet: boolean }) {
  const { t } = useTongue()
  const read = usePages<One>(`${TEMPLATES}/page`, query, [TEMPLATES])
  if (!read.data)
    return read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <LoadingState />
  if (read.data.length === 0) return isQuiet ? null : <EmptyState icon="pen" title={t(words.none)} />
  return (
    <Stack>
      {read.data.map((one) => (
        <Template key={`${one.id} ${one.version}`} one={one} />
      ))}
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(uiWords.more)}
        </Button>
      ) : null}
    </Stack>
  )
}

type WritingProps = {
  /** Under which name what is typed is kept on this device. */
  draft: string
  begun: { readonly name: string; readonly body: string }
  busy: boolean
  problem: Problem | null
  onSend(written: { name: string; body: string }): void
  onClose(): void
}

function Writing({ draft, begun, busy, problem, onSend, onClose }: WritingProps) {
  const { t } = useTongue()
  const kept = useDraft<{ name: string; body: string }>(draft, { name: begun.name, body: begun.body })
  const { name, body } = kept.form
  const close = () => {
    kept.clear()
    onClose()
  }
  const at = (field: string) => {
    const trouble = troubleAt(problem, `/${field}`)
    return trouble && t(trouble)
  }
  return (
    <Form label={t(words.title)} onSend={() => onSend({ name: name.trim(), body: body.trim() })}>
      <TextField
        label={t(words.name)}
        value={name}
        onChange={(next) => kept.set({ name: next })}
        max={30}
        required
        error={at('name')}
      />
      <TextArea
        label={t(words.body)}
        value={body}
        onChange={(next) => kept.set({ body: next })}
        max={2000}
        rows={6}
        required
        error={at('body')}
      />
      <ProblemNotice problem={problem} />
      <Row>
        <Button kind="primary" type="submit" busy={busy}>
          {t(words.save)}
        </Button>
        <Button onPress={close}>{t(uiWords.cancel)}</Button>
        {kept.isKept ? <Soft>{t(uiWords.draftKept)}</Soft> : null}
      </Row>
    </Form>
  )
}

const DRAFT = 'reply-template'

function Fresh({ keeps, onClose }: { keeps: Templates['keeps']; onClose(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [at, setAt] = useState(0)
  const onDone = () => {
    forget(`draft.${DRAFT}`)
    say(t(words.saved))
    onClose()
  }
  const write = useAct<object>(TEMPLATES, { changes: [TEMPLATES], onDone })
  const options = keeps.map(({ name }, place) => ({ value: String(place), label: name ?? t(words.district) }))
  return (
    <Sheet title={t(words.fresh)}>
      <Select label={t(words.unit)} value={String(at)} options={options} onChange={(place) => setAt(Number(place))} />
      <Writing
        draft={DRAFT}
        begun={{ name: '', body: '' }}
        busy={write.busy}
        problem={write.problem}
        onSend={(written) => write.act({ ...written, unit: keeps[at]?.unit ?? null })}
        onClose={onClose}
      />
    </Sheet>
  )
}

function Template({ one }: { one: One }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState<'edit' | 'history' | null>(null)
  const draft = `reply-template.${one.id}.${one.version}`
  const change = useAct<object>(`${TEMPLATES}/${one.id}`, {
    method: 'PUT',
    changes: [TEMPLATES],
    onDone: () => {
      forget(`draft.${draft}`)
      say(t(words.saved))
    },
  })
  const { name, body, live, version, unitName } = one
  const send = (written: object) => change.act({ name, body, live, seen: version, ...written })
  if (open === 'edit')
    return (
      <Sheet title={name}>
        <Writing
          draft={draft}
          begun={one}
          busy={change.busy}
          problem={change.problem}
          onSend={send}
          onClose={() => setOpen(null)}
        />
      </Sheet>
    )
  return (
    <Sheet
      title={live ? name : `${name}（${t(words.withdrawn)}）`}
      acts={<Soft>{`${unitName ?? t(words.district)} · ${t(words.version)} ${version}`}</Soft>}
    >
      <Told>{body}</Told>
      <ProblemNotice problem={change.problem} />
      <Row>
        {one.mayKeep ? <Button onPress={() => setOpen('edit')}>{t(words.edit)}</Button> : null}
        {one.mayKeep ? (
          <Button busy={change.busy} onPress={() => send({ live: !live })}>
            {t(live ? words.withdraw : words.restore)}
          </Button>
        ) : null}
        <Button kind="quiet" pressed={open === 'history'} onPress={() => setOpen(open ? null : 'history')}>
          {t(words.history)}
        </Button>
      </Row>
      {open === 'history' ? <History id={one.id} /> : null}
    </Sheet>
  )
}

function History({ id }: { id: string }) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly ReplyTemplate[] }>(`${TEMPLATES}/${id}/history`, { topics: [TEMPLATES] })
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Stack>
          {rows.map(({ version, changedAt, name, body }) => (
            <div key={version}>
              <Soft>{`${t(words.version)} ${version} · ${t(formatInstant(instant(changedAt)))} · ${name}`}</Soft>
              <Told>{body}</Told>
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  )
}
