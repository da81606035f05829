import { useId } from 'react'
import { type Photo, photoKinds } from '../api/photos.ts'
import { fileSize } from '../format.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { FieldError } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './Photos.css'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  photos: readonly Photo[]
  most?: number
  mostBytes?: number
  onAdd(files: readonly File[]): void
  onRemove(id: string): void
}

/** Picks, shows and removes photos. Sending them is `usePhotos`. */
export function Photos({ label, hint, error, photos, most = 6, mostBytes = 10_485_760, onAdd, onRemove }: Props) {
  const { t } = useTongue()
  const id = useId()
  const full = photos.length >= most
  return (
    <fieldset className="photos" aria-describedby={error ? `${id}-error` : `${id}-hint`}>
      <legend className="field-label">
        {label}
        <span className="field-mark">{t(uiWords.optional)}</span>
      </legend>
      <span className="field-hint" id={`${id}-hint`}>
        {hint ? `${hint} ` : ''}
        {t(uiWords.photoLimits).replace('{most}', String(most)).replace('{size}', fileSize(mostBytes))}
      </span>
      <ul className="photos-list">
        {photos.map((photo) => (
          <PhotoTile key={photo.id} photo={photo} onRemove={() => onRemove(photo.id)} />
        ))}
        {full ? null : (
          <li>
            <label className="photo-add">
              <Icon name="camera" size="1.8em" />
              {t(uiWords.photoAdd)}
              <input
                className="unseen"
                type="file"
                accept={photoKinds.join(',')}
                multiple
                onChange={(event) => {
                  onAdd([...(event.target.files ?? [])].slice(0, most - photos.length))
                  event.target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {photos.map(({ id: photo, name, why }) =>
        why ? (
          <FieldError key={photo} id={`${id}-${photo}`}>
            {name}：{why}
          </FieldError>
        ) : null,
      )}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}

const stateWords = {
  sending: uiWords.photoSending,
  sent: uiWords.photoDone,
  failed: uiWords.photoFailed,
  waiting: uiWords.photoWaiting,
}

function PhotoTile({ photo, onRemove }: { photo: Photo; onRemove(): void }) {
  const { t } = useTongue()
  return (
    <li className="photo" data-state={photo.state}>
      <img src={photo.preview} alt={photo.name} />
      <span className={photo.state === 'sent' ? 'unseen' : 'photo-state'} role="status">
        {t(stateWords[photo.state])}
      </span>
      {photo.state === 'sending' ? (
        <span className="photo-bar" style={{ transform: `scaleX(${photo.progress ?? 0})` }} />
      ) : null}
      <button
        type="button"
        className="photo-remove"
        aria-label={`${t(uiWords.remove)} ${photo.name}`}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </li>
  )
}
