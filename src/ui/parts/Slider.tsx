import './Slider.css'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & {
  value: number
  from: number
  to: number
  onChange(value: number): void
  /** What the value means, as a reader would say it. */
  said: string
}

/** A handle on a line of whole steps; arrow keys move it by one, page keys by a tenth. */
export const Slider = ({ value, from, to, onChange, said, ...field }: Props) => (
  <Field {...field}>
    {(wiring) => (
      <span className="slider">
        <input
          {...wiring}
          type="range"
          className="slider-line"
          min={from}
          max={to}
          step={1}
          value={value}
          aria-valuetext={said}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output className="slider-said">{said}</output>
      </span>
    )}
  </Field>
)
