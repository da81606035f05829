import type { PhotoView } from '../../../../../kernel/cases/model/views.ts'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { Soft } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { caseWords as words } from '../words/following.ts'
import './case.css'

/** Small pictures that open as large ones; papers by their name. Nothing where there are none. */
export function Pictures({ label, photos }: { label: string; photos: readonly PhotoView[] }) {
  const { t } = useTongue()
  if (photos.length === 0) return null
  return (
    <ul className="pictures" aria-label={label}>
      {photos.map((photo, at) => (
        <li key={photo.hash}>
          {photo.kind === 'gone' ? (
            <Soft>{t(words.photoGone)}</Soft>
          ) : (
            <a className="picture" href={photo.url} target="_blank" rel="noopener">
              {photo.kind === 'image' ? (
                <img src={photo.thumbUrl} alt={`${t(words.photo)} ${at + 1}`} loading="lazy" width="112" height="112" />
              ) : (
                <>
                  <Icon name="list" size="1.6em" />
                  {`${t(words.pdf)} ${at + 1}`}
                </>
              )}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
