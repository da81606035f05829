import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Page } from '../../../../ui/parts/layout.tsx'
import { ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../model/views.ts'
import { addresses } from './addresses.ts'
import { CaseView } from './case/CaseView.tsx'
import { FollowBox } from './FollowBox.tsx'
import { followingWords as words } from './words/following.ts'

const OFTEN = 60_000

/** A case by its number and code, for whoever has not signed in. */
export function Follow() {
  const { t } = useTongue()
  const { number, code } = usePlace().search
  const given = number !== undefined && code !== undefined
  const read = useRead<CaseForResident>(withQuery(addresses.follow, { number, code }), {
    topics: ['orders', 'case'],
    when: given,
    every: OFTEN,
  })
  if (read.data && number && code) return <CaseView card={read.data} visitor={{ number, code }} />
  return (
    <Page title={t(words.follow)}>
      {given && read.isPending ? <LoadingState shape="text" count={6} /> : null}
      {given && read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : null}
      {given && read.isPending ? null : <FollowBox />}
    </Page>
  )
}
