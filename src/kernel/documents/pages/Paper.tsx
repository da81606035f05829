import type { Day } from '../../../platform/time.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notice } from '../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { QrCode } from '../../people/pages/QrCode.tsx'
import { formatDay } from '../../worktime/rules.ts'
import type { PaperView } from '../model/views.ts'
import './paper.css'
import { printedWords as printed, paperWords as words } from './words/paper.ts'

export type Printed = NonNullable<PaperView['contents']>

type Props = {
  contents: Printed
  /** Absent while it is not issued. */
  issued?: Pick<PaperView, 'verify' | 'check' | 'line'>
}

/** A document as it lies on the table: the layout of official papers (GB/T 9704-2012), the same on screen and on A4. */
export function Paper({ contents, issued }: Props) {
  const { t } = useTongue()
  const { issuer, number, name, addressee, paragraphs, issuedOn } = contents
  return (
    <article className="paper" lang="zh-CN" aria-label={`${name} ${number}`}>
      {issued ? <Ended line={issued.line} /> : <p className="paper-draft">{printed.draft}</p>}
      <header className="paper-head">
        <p className="paper-organ">{issuer}</p>
        <p>{number}</p>
      </header>
      <h2 className="paper-title">{name}</h2>
      <div className="paper-body">
        <p className="paper-to">{`${addressee}：`}</p>
        {paragraphs.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a document never change their places
          <p key={at}>{text}</p>
        ))}
      </div>
      <footer className="paper-sign">
        <p>{`${issuer}${printed.seal}`}</p>
        <p>{formatDay(issuedOn as Day).zh}</p>
      </footer>
      {issued ? (
        <div className="paper-proof">
          <QrCode text={issued.verify} label={t(words.proof)} />
          <div>
            <p>{printed.scan}</p>
            <p>{`${printed.number} ${number}`}</p>
            <p>
              {`${printed.check} `}
              <span className="paper-check">{grouped(issued.check)}</span>
            </p>
          </div>
        </div>
      ) : null}
    </article>
  )
}

function Ended({ line: { standing, endedBy } }: Pick<PaperView, 'line'>) {
  if (standing === 'in-force' || endedBy === null) return null
  return <p className="paper-ended">{printed.ended(printed[standing], endedBy)}</p>
}

/** Twelve letters in three groups can be read out and typed. */
const grouped = (check: string): string => check.replace(/(.{4})(?=.)/g, '$1 ')

/** A document that was issued, with what keeps it from being read, and the button that prints it. */
export function PaperOrNot({ paper }: { paper: PaperView }) {
  const { t } = useTongue()
  if (paper.contents === null) return <Notice>{t(words.gone)}</Notice>
  return (
    <>
      {paper.intact ? null : (
        <Notice tone="bad" spoken>
          {t(words.altered)}
        </Notice>
      )}
      <Paper contents={paper.contents} issued={paper} />
    </>
  )
}

export function PrintButton() {
  const { t } = useTongue()
  return (
    <Button kind="primary" onPress={() => window.print()}>
      {t(words.print)}
    </Button>
  )
}
