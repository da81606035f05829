import { SaveFile } from '../../../../../ui/parts/SaveFile.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { View } from '../../../model/lists.ts'
import { listWords as words } from '../words/list.ts'
import { exportAddress } from './question.ts'

/** The list as it stands, as a workbook. */
export function ExportButton({ view }: { view: View }) {
  const { t } = useTongue()
  const { search } = usePlace()
  return (
    <SaveFile url={exportAddress(search, view)} name="cases.xlsx" done={t(words.exported)}>
      {t(words.export)}
    </SaveFile>
  )
}
