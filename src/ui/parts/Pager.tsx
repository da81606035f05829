import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import './layout.css'

type Props = {
  /** Absent on the first page. */
  onPrevious?: (() => void) | undefined
  /** Absent on the last page. */
  onNext?: (() => void) | undefined
  /** Where one is: "第 3 页", or how many are shown. */
  note?: string | undefined
  busy?: boolean
}

/** Turns pages of a list that is paged by key: there is a page before and a page after, but no page seventeen. */
export function Pager({ onPrevious, onNext, note, busy = false }: Props) {
  const { t } = useTongue()
  if (onPrevious === undefined && onNext === undefined && note === undefined) return null
  return (
    <nav className="pager" aria-label={t(uiWords.pages)}>
      {onPrevious ? (
        <Button icon="back" onPress={onPrevious} busy={busy}>
          {t(uiWords.previous)}
        </Button>
      ) : (
        <span />
      )}
      <span className="soft">{note}</span>
      {onNext ? (
        <Button onPress={onNext} busy={busy}>
          {t(uiWords.next)}
        </Button>
      ) : (
        <span />
      )}
    </nav>
  )
}
