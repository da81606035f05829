import type { Said } from '../../../../platform/words.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Item, Items, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { EditBody, GroundView } from '../../model/plan-view.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'

type Props = {
  edits: readonly EditBody[]
  ground: GroundView | undefined
  onChange(edits: readonly EditBody[]): void
}

/** What was tried, in its order; each may be taken out again. */
export function Edits({ edits, ground, onChange }: Props) {
  const { t } = useTongue()
  if (edits.length === 0) return <Soft>{t(words.noEdits)}</Soft>
  const nameOf = (id: string) => ground?.places.find((place) => place.id === id)?.name || id
  return (
    <Sheet title={t(words.edits)} acts={<Button onPress={() => onChange(edits.slice(0, -1))}>{t(words.undo)}</Button>}>
      <Items label={t(words.edits)}>
        {edits.map((edit, at) => (
          <Item key={keyOf(edit, at)} title={`${at + 1}. ${t(lineOf(edit, nameOf))}`}>
            <Row>
              <Button kind="quiet" onPress={() => onChange(edits.filter((_, other) => other !== at))}>
                {t(tryWords.remove)}
              </Button>
            </Row>
          </Item>
        ))}
      </Items>
    </Sheet>
  )
}

function lineOf(edit: EditBody, nameOf: (id: string) => string): Said {
  if (edit.edit === 'add') return words.addLine(kindWords[edit.kind])
  if (edit.edit === 'close') return words.closeLine(nameOf(edit.place))
  if (edit.edit === 'move') return tryWords.moveLine(nameOf(edit.place))
  return edit.edit === 'open-gate' ? tryWords.gateLine(edit.gate) : tryWords.crossingLine(edit.waitSeconds)
}

/** The same edit may be tried twice, so its place in the order is part of what it is. */
const keyOf = (edit: EditBody, at: number): string => `${at} ${JSON.stringify(edit)}`
