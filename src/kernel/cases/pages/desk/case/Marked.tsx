import type { MarkView } from '../../../model/reading.ts'
import { inPieces } from '../../../rules/marked.ts'

type Props = { text: string; field: MarkView['field']; marks: readonly MarkView[] }

/** What somebody wrote, with the words marked that spoke for the proposed category. */
export const Marked = ({ text, field, marks }: Props) => (
  <>
    {inPieces(
      text,
      marks.filter((mark) => mark.field === field),
    ).map(({ from, words, weight }) =>
      weight === null ? (
        words
      ) : (
        <mark key={from} className="case-reason">
          {words}
        </mark>
      ),
    )}
  </>
)
