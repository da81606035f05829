import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SimilarCases } from '../../model.ts'
import { boardWords as words } from './words/board.ts'

const SHOWN = 3

/** Cases that perhaps tell the same. Nothing is said where none is found: the dispatcher has other things to read. */
export function Alike({ id }: { id: string }) {
  const { t } = useTongue()
  const { data } = useQuery<SimilarCases, Problem>({
    queryKey: ['/api/dispatch/similar', id],
    queryFn: ({ signal }) => call<SimilarCases>('POST', '/api/dispatch/similar', { case: id }, { signal }),
    meta: { topics: [`case/${id}`] },
  })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Sheet title={t(words.alike)}>
      <Stack gap="tight">
        {rows.slice(0, SHOWN).map((row) => (
          <Row key={row.id}>
            <Go to={`/cases/${row.id}`}>
              {row.number} {row.title}
            </Go>
            <Soft>
              {t(row.stageLabel)} {row.unitName ?? ''}
            </Soft>
          </Row>
        ))}
      </Stack>
    </Sheet>
  )
}
