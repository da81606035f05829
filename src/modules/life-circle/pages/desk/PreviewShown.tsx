import { Facts, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PreviewView } from '../../model/profile-preview.ts'
import { kindWords } from '../../words/kinds.ts'
import { profileWords as words } from '../words/profile.ts'

type Share = { readonly covered: number; readonly of: number }

/** What a version that is not kept yet would change. */
export function PreviewShown({ preview: { before, after, kinds } }: { preview: PreviewView }) {
  const { t } = useTongue()
  const shared = (share: Share | null | undefined) =>
    share && share.of > 0
      ? t(words.share(((100 * share.covered) / share.of).toFixed(1), Math.round(share.covered), Math.round(share.of)))
      : '—'
  const points = (score: number | null | undefined) => (score == null ? '—' : score.toFixed(1))
  return (
    <Sheet title={t(words.previewTitle)}>
      <Facts
        facts={[
          { label: t(words.everybody), value: `${shared(before?.all)} → ${shared(after.all)}` },
          { label: t(words.score), value: `${points(before?.score)} → ${points(after.score)}` },
        ]}
      />
      {kinds.length === 0 ? (
        <Soft>{t(words.nothing)}</Soft>
      ) : (
        <Table<PreviewView['kinds'][number]>
          caption={t(words.previewTitle)}
          hideCaption
          rows={kinds}
          rowId={({ kind }) => kind}
          columns={[
            { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(kindWords[kind]) },
            { id: 'before', title: t(words.before), align: 'end', cell: (line) => shared(line.before) },
            { id: 'after', title: t(words.after), align: 'end', cell: (line) => shared(line.after) },
          ]}
        />
      )}
    </Sheet>
  )
}
