import { useId } from 'react'
import { useTongue } from '../tongue.tsx'
import { starWords, uiWords } from '../words.ts'
import { FieldError } from './Field.tsx'
import './Stars.css'

export type StarCount = 1 | 2 | 3 | 4 | 5
const levels: readonly StarCount[] = [1, 2, 3, 4, 5]
const shape = 'M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.2-5.9 3.2 1.2-6.5-4.8-4.6 6.6-.9z'

type Props = {
  label: string
  /** Nothing is chosen beforehand: a rating nobody gave is no rating. */
  value: StarCount | null
  onChange(stars: StarCount): void
  error?: string | undefined
  required?: boolean
}

/** One to five stars, each with its word. Arrow keys move, as between any radio buttons. */
export function Stars({ label, value, onChange, error, required = false }: Props) {
  const { t } = useTongue()
  const id = useId()
  return (
    <fieldset className="stars" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">
        {label}
        {required ? <span className="field-mark">{t(uiWords.required)}</span> : null}
      </legend>
      <div className="stars-row">
        {levels.map((level) => (
          <label
            key={level}
            data-lit={value !== null && level <= value}
            title={t(starWords[level - 1] ?? starWords[0])}
          >
            <input
              className="unseen"
              type="radio"
              name={id}
              checked={value === level}
              aria-label={`${level} ★ ${t(starWords[level - 1] ?? starWords[0])}`}
              onChange={() => onChange(level)}
            />
            <Star lit={value !== null && level <= value} />
          </label>
        ))}
        <span className="stars-word" aria-hidden="true">
          {value === null ? '' : t(starWords[value - 1] ?? starWords[0])}
        </span>
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}

/** Stars that were given; the word is said, the shapes only show it. */
export function StarsGiven({ value }: { value: StarCount }) {
  const { t } = useTongue()
  return (
    <span className="light" data-colour={value <= 2 ? 'red' : value === 3 ? 'yellow' : 'green'} data-look="tag">
      <span aria-hidden="true">{'★'.repeat(value) + '☆'.repeat(5 - value)}</span>
      {t(starWords[value - 1] ?? starWords[0])}
    </span>
  )
}

const Star = ({ lit }: { lit: boolean }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d={shape}
      fill={lit ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  </svg>
)
