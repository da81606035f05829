import { useRead } from '../../../../ui/api/reads.ts'
import { Page } from '../../../../ui/parts/layout.tsx'
import { Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { useGoOn, usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../model/views.ts'
import { addresses } from './addresses.ts'
import { CaseView } from './case/CaseView.tsx'
import { caseWords as words } from './words/following.ts'

/** News comes by the live line; where there is none, it is asked for so often. */
const OFTEN = 60_000

/** One of my cases. */
export function Case() {
  const { t } = useTongue()
  const { params } = usePlace()
  const id = params.case ?? ''
  const read = useRead<CaseForResident>(addresses.one(id), { topics: [`case/${id}`, 'orders'], every: OFTEN })
  const own = read.data?.id ?? id
  // Whoever came by a number goes on under the id, to which news is addressed.
  useGoOn(own === id ? null : `/mine/${own}`)
  if (read.data) return <CaseView card={read.data} />
  return (
    <Page title={t(words.title)}>
      <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
        {() => null}
      </Loaded>
    </Page>
  )
}
