import { Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff, PhotoView } from '../../../model/views.ts'
import { caseWords as words } from '../words/case.ts'

export function Pictures({ shown: { evidence } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  if (evidence.length === 0) return null
  return (
    <Sheet title={t(words.evidence)}>
      <Thumbs photos={evidence} />
    </Sheet>
  )
}

/** Small pictures; each opens whole in a tab of its own. */
export function Thumbs({ photos }: { photos: readonly PhotoView[] }) {
  const { t } = useTongue()
  return (
    <ul className="case-thumbs">
      {photos.map(({ hash, kind, url, thumbUrl }, at) => (
        <li key={hash}>
          {kind === 'gone' ? (
            <Soft>{t(words.photoGone)}</Soft>
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {kind === 'image' ? (
                <img src={thumbUrl} alt={`${t(words.photo)} ${at + 1}`} loading="lazy" />
              ) : (
                t(words.paper)
              )}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
