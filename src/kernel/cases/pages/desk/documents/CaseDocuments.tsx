import { useState } from 'react'
import type { Instant } from '../../../../../platform/time.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseDocuments as Answer } from '../../../../documents/model/views.ts'
import type { DocumentKind } from '../../../../documents/model.ts'
import { kindWords, standingWords } from '../../../../documents/words.ts'
import { formatInstant } from '../../../../worktime/rules.ts'
import { documentWords as words } from '../words/documents.ts'
import { IssueDialog } from './IssueDialog.tsx'

/** One document to be made: of a kind, or about one that was issued. */
export type Making = {
  readonly kind: DocumentKind
  readonly about?: { readonly id: string; readonly number: string; readonly does: 'revokes' | 'replaces' }
}

export const documentsAt = (id: string) => `/api/cases/${id}/documents`

/** Statutory documents of a case: those issued, and those that can be. */
export function CaseDocuments({ id }: { id: string }) {
  const { t } = useTongue()
  const read = useRead<Answer>(documentsAt(id), { topics: [`case/${id}`] })
  const [making, setMaking] = useState<Making | null>(null)
  if (!read.data) return null
  const { rows, offers, regime } = read.data
  if (rows.length === 0 && offers.length === 0) return null
  return (
    <Sheet title={t(words.title)}>
      <Stack gap="tight">
        {rows.length === 0 ? <Soft>{t(words.none)}</Soft> : null}
        {rows.map((row) => (
          <Line key={row.id} caseId={id} row={row} onMake={setMaking} />
        ))}
        {offers.length > 0 ? (
          <Row>
            {offers.map(({ kind }) => (
              <Button key={kind} onPress={() => setMaking({ kind })}>
                {`${t(words.issue)} ${t(kindWords[kind])}`}
              </Button>
            ))}
          </Row>
        ) : null}
      </Stack>
      {making ? (
        <IssueDialog
          key={`${making.kind} ${making.about?.id}`}
          caseId={id}
          making={making}
          regime={regime}
          onClose={() => setMaking(null)}
        />
      ) : null}
    </Sheet>
  )
}

type LineProps = { caseId: string; row: Answer['rows'][number]; onMake(making: Making): void }

function Line({ caseId, row, onMake }: LineProps) {
  const { t } = useTongue()
  const { id, kind, number, issuedAt, standing, endedBy, mayEnd } = row
  return (
    <div>
      <Row>
        <Go to={`/cases/${caseId}/documents/${id}`}>{`${t(kindWords[kind])} ${number}`}</Go>
        {mayEnd ? (
          <>
            <Button kind="quiet" onPress={() => onMake({ kind, about: { id, number, does: 'replaces' } })}>
              {t(words.replace)}
            </Button>
            <Button kind="quiet" onPress={() => onMake({ kind: 'revocation', about: { id, number, does: 'revokes' } })}>
              {t(words.revoke)}
            </Button>
          </>
        ) : null}
      </Row>
      <Soft>
        {`${t(formatInstant(issuedAt as Instant))} · ${t(standingWords[standing])}`}
        {endedBy ? ` · ${t(words.endedBy)}${endedBy}` : ''}
      </Soft>
    </div>
  )
}
