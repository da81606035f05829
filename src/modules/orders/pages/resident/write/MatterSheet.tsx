import { useCategoryNames } from '../../../../../kernel/matters/pages/category-names.ts'
import { useOnline } from '../../../../../ui/online.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Lead, Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { LoadingState } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { emergencyPhones } from '../../../words/emergency.ts'
import { writingWords as words } from '../words/writing.ts'
import type { MatterChoice } from './useMatter.ts'
import './write.css'

type Props = { choice: MatterChoice; onChange(): void }

/** Which matter it is taken for, and a way to say that it is another. */
export function MatterSheet({ choice, onChange }: Props) {
  const { t } = useTongue()
  const called = useCategoryNames()
  const isOnline = useOnline()
  const { matter, isAsked, waiting, isChosen } = choice
  return (
    <Sheet title={t(words.what)}>
      {matter ? (
        <div className="write-matter">
          <span className="write-matter-name">{t(matter.name)}</span>
          <Soft>
            {t(isChosen ? words.chosen : words.proposed)} · {called(matter.category)}
          </Soft>
        </div>
      ) : !isOnline ? (
        <Lead>{t(words.whatOffline)}</Lead>
      ) : waiting ? (
        <LoadingState shape="text" count={1} />
      ) : (
        <Lead>{t(isAsked ? words.whatUnknown : words.whatWaits)}</Lead>
      )}
      {matter?.urgent ? <Emergency /> : null}
      <Row>
        <Button icon="search" onPress={onChange}>
          {t(matter ? words.change : words.choose)}
        </Button>
      </Row>
    </Sheet>
  )
}

function Emergency() {
  const { t } = useTongue()
  return (
    <Notice tone="bad" title={t(words.urgent)} spoken>
      <p>{t(words.urgentText)}</p>
      <Row>
        {emergencyPhones.map(({ number, who }) => (
          <Go key={number} to={`tel:${number}`} look="plain" icon="phone">
            {number} {t(who)}
          </Go>
        ))}
      </Row>
    </Notice>
  )
}
