import { useEffect, useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Page } from '../../../../ui/parts/layout.tsx'
import { ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../model/views.ts'
import { addresses } from './addresses.ts'
import { CaseView } from './case/CaseView.tsx'
import { shownAtDoor } from './case/move.ts'
import { FollowBox } from './FollowBox.tsx'
import { codeFor, keepCode } from './follow-codes.ts'
import { followingWords as words } from './words/following.ts'

const OFTEN = 60_000

/** A case by its number and code, for whoever has not signed in. The number stands in the address, the code never. */
export function Follow() {
  const { t } = useTongue()
  const { go, search } = usePlace()
  const { number = '', code: inLink } = search
  // Says that a code was kept; the code itself is read where it is kept.
  const [, setKept] = useState(0)
  // A link of former days brings the code along: it is taken out of the address before anybody else sees it there.
  useEffect(() => {
    if (inLink === undefined || number === '') return
    keepCode(number, inLink)
    go(withQuery('/follow', { number }), { replace: true })
  })
  const code = inLink ?? codeFor(number)
  const visitor = number !== '' && code !== undefined ? { number, code } : undefined
  const read = useRead<CaseForResident>(withQuery(addresses.follow, { number }), {
    topics: ['orders', 'case'],
    when: visitor !== undefined,
    every: OFTEN,
    headers: shownAtDoor(visitor),
  })
  if (read.data && visitor) return <CaseView card={read.data} visitor={visitor} />
  const waiting = visitor !== undefined && read.isPending
  return (
    <Page title={t(words.follow)}>
      {waiting ? <LoadingState shape="text" count={6} /> : null}
      {visitor && read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : null}
      {waiting ? null : <FollowBox onLook={() => setKept((times) => times + 1)} />}
    </Page>
  )
}
