import { SaveFile } from '../../../../../ui/parts/SaveFile.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { isKeeperOnly } from '../../../../organisations/policy/keepers.ts'
import { useMe } from '../../../../people/pages/me.ts'
import type { View } from '../../../model/lists.ts'
import { listWords as words } from '../words/list.ts'
import { exportAddress } from './question.ts'

/** The list as it stands, as a workbook. */
export function ExportButton({ view }: { view: View }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const me = useMe().data
  if (me?.kind !== 'staff' || isKeeperOnly(me.capacities)) return null
  return (
    <SaveFile url={exportAddress(search, view)} name="cases.xlsx" done={t(words.exported)}>
      {t(words.export)}
    </SaveFile>
  )
}
