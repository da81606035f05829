import { useMe } from '../../../../kernel/people/pages/me.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Items, Sheet } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { OrderItem } from './OrderItem.tsx'
import type { LinesPage } from './shapes.ts'
import { followingWords as words } from './words/following.ts'

const A_FEW = 3

/** On the home page: what of mine is under way. Nothing for whoever is not signed in, or waits for nothing. */
export function OpenOrders() {
  const { t } = useTongue()
  const signedIn = useMe().data?.kind === 'resident'
  const { data } = useRead<LinesPage>(withQuery(addresses.mine, { limit: A_FEW, open: true }), {
    topics: ['orders', 'case'],
    when: signedIn,
  })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t(words.mineOpen)} acts={<Go to="/mine">{t(words.all)}</Go>}>
      <Items label={t(words.mineOpen)}>
        {data.rows.map((line) => (
          <OrderItem key={line.id} line={line} />
        ))}
      </Items>
    </Sheet>
  )
}
