import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & {
  /** Endings, as the browser's own dialog filters them: `.xlsx,.csv`. */
  accept: string
  onChange(file: File | null): void
}

/** A file from the device; null once nothing is chosen any more. */
export function FileField({ accept, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          className="control"
          type="file"
          accept={accept}
          onChange={({ target }) => onChange(target.files?.[0] ?? null)}
        />
      )}
    </Field>
  )
}
