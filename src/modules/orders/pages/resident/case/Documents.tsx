import type { DocumentView } from '../../../../../kernel/documents/model/views.ts'
import { kindWords, standingWords } from '../../../../../kernel/documents/words.ts'
import { formatDay, localDay } from '../../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Item, Items, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../../model/views.ts'
import { addresses } from '../addresses.ts'
import { documentWords as words } from '../words/documents.ts'
import type { Visitor } from './CaseView.tsx'
import { shownAtDoor } from './move.ts'

/** What was issued on a case in writing; nothing is shown while there is nothing. */
export function Documents({ card, visitor }: { card: CaseForResident; visitor: Visitor | undefined }) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly DocumentView[] }>(addresses.documents(card.id), {
    topics: [`case/${card.id}`, 'orders'],
    headers: shownAtDoor(visitor),
  })
  const rows = read.data?.rows ?? []
  if (rows.length === 0) return null
  const to = (id: string) => withQuery(`/documents/${card.id}/${id}`, { number: visitor?.number })
  return (
    <div className="case-no-print">
      <Sheet title={t(words.title)}>
        <Items label={t(words.title)}>
          {rows.map(({ id, kind, number, issuedAt, standing }) => (
            <Item key={id} title={t(kindWords[kind])} to={to(id)}>
              <Soft>
                {number} · {t(formatDay(localDay(issuedAt as Instant)))}
                {standing === 'in-force' ? '' : ` · ${t(standingWords[standing])}`}
              </Soft>
            </Item>
          ))}
        </Items>
        <Go to="/verify" look="quiet">
          {t(words.verify)}
        </Go>
      </Sheet>
    </div>
  )
}
