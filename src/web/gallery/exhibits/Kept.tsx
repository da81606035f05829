import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { problem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Count } from '../../../ui/parts/Count.tsx'
import { Curve } from '../../../ui/parts/Curve.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Dictate } from '../../../ui/parts/Dictate.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { FileField } from '../../../ui/parts/FileField.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { Liveness } from '../../../ui/parts/Liveness.tsx'
import { Row, Sheet } from '../../../ui/parts/layout.tsx'
import { Paged } from '../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../ui/parts/SaveFile.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { uiWords } from '../../../ui/words.ts'
import type { Outfit } from '../outfit.ts'
import { galleryWords as words } from '../words.ts'

const measured = [
  { at: '2026-11-27T00:00:00.000Z', low: 0.2, mean: 0.3, high: 0.5 },
  { at: '2026-11-27T01:00:00.000Z', low: 0.4, mean: 0.6, high: 0.9 },
  { at: '2026-11-27T02:00:00.000Z', low: 0.3, mean: 0.4, high: 0.6 },
] as const

type Line = { readonly id: string; readonly name: string }

/** Everything a list can be: there, without a row, on its way, failed, and shut to whoever asks. */
const standings = ['list', 'empty', 'coming', 'failed', 'forbidden'] as const
type Page = { readonly rows: readonly Line[]; readonly next: string | null }

/** A server of paper: every list is answered as it is put in here, and is asked for nothing more. */
function shelfOf(rows: readonly Line[]): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, retryOnMount: false } },
  })
  const answers: Readonly<Record<(typeof standings)[number], () => Promise<Page>>> = {
    list: async () => ({ rows, next: 'more' }),
    empty: async () => ({ rows: [], next: null }),
    coming: () => new Promise(() => undefined),
    failed: () => Promise.reject(problem('failed', uiWords.failed, { id: 'req-5t2k' })),
    forbidden: () => Promise.reject(problem('forbidden', uiWords.forbidden)),
  }
  for (const url of standings)
    void client
      .fetchInfiniteQuery({ queryKey: [url, 'pages'], queryFn: answers[url], initialPageParam: undefined })
      .catch(() => undefined)
  return client
}

/** Files in and out, lists a page at a time in each of their states, and how fresh what one reads is. */
export function Kept({ theme }: { theme: Outfit['theme'] }) {
  const { t } = useTongue()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [client] = useState(() => shelfOf([{ id: '1', name: t(words.unitLight) }]))
  return (
    <>
      <Sheet title={t(words.files)}>
        <FileField label={t(words.table)} hint={t(words.tableHint)} accept=".xlsx,.csv" onChange={() => undefined} />
        <Field label={t(words.unit)}>
          {(wiring) => (
            <input {...wiring} className="control" value={text} onChange={({ target }) => setText(target.value)} />
          )}
        </Field>
        <Dictate onText={setText} />
        <Row>
          <SaveFile url="#" name="list.xlsx">
            {t(words.saveTable)}
          </SaveFile>
          <Button onPress={() => setOpen(true)}>{t(words.openNote)}</Button>
        </Row>
        <Dialog open={open} title={t(words.openNote)} onClose={() => setOpen(false)}>
          <p>{t(words.noticeText)}</p>
        </Dialog>
      </Sheet>
      <Sheet title={t(words.paged)}>
        <Row>
          <Icon name="clock" />
          <Count value={12} tone="bad" />
          <Count value={12_345} />
        </Row>
        {theme === 'desk' ? <Measured /> : null}
        <Row>
          <Liveness live={{ state: 'live', heardAt: null }} />
          <Liveness live={{ state: 'stale', heardAt: null }} />
        </Row>
        <QueryClientProvider client={client}>
          {standings.map((url) => (
            <Paged<Line>
              key={url}
              url={url}
              caption={t(words.paged)}
              empty={t(words.pagedNone)}
              rowId={({ id }) => id}
              columns={[{ id: 'name', title: t(words.unit), cell: ({ name }) => name }]}
            />
          ))}
        </QueryClientProvider>
      </Sheet>
    </>
  )
}

/** Curves are read at the desk alone. */
function Measured() {
  const { t } = useTongue()
  return (
    <Curve
      label={(low, high) => `${t(words.paged)} ${low} – ${high}`}
      unit=" m"
      from={measured[0].at}
      to={measured[2].at}
      rows={measured}
      marks={[0.7]}
      time={(at) => at.slice(11, 16)}
      empty={t(words.pagedNone)}
    />
  )
}
