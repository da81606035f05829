import type { ReactNode } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import '../behind.css'
import { momentIn, momentQuery, timeOf } from '../moment.ts'
import { listWords } from '../words.ts'

type Props = { title: string; about?: ReactNode; beside?: ReactNode; children: ReactNode }

/** What opens behind a number: what the number is on the left, the cases that make it on the right. */
export function ListFrame({ title, about, beside, children }: Props) {
  const { t } = useTongue()
  const moment = momentIn(usePlace().search)
  return (
    <div className="behind">
      <header className="behind-head">
        <Go to={withQuery('/', momentQuery(moment))} look="plain" icon="back">
          {t(listWords.back)}
        </Go>
        <h2>{title}</h2>
        {about}
        {moment ? (
          <Notice tone="warn">
            {t(listWords.listedAt)} {t(formatInstant(timeOf(moment)))}
            {t(listWords.listedNow)}
          </Notice>
        ) : null}
      </header>
      <div className="behind-field" data-beside={beside !== undefined}>
        {beside ? (
          <aside className="behind-beside" aria-label={t(listWords.definition)}>
            {beside}
          </aside>
        ) : null}
        <section className="behind-list" aria-label={t(listWords.cases)}>
          {children}
        </section>
      </div>
    </div>
  )
}
