import { formatInstant } from '../../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../../platform/time.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { joiningWords as words } from '../words/joining.ts'
import type { Joining, SimilarCase } from './useJoining.ts'

/** Open cases that perhaps tell the same: who joins one is answered with it, and writes no less of his own. */
export function SimilarSheet({ joining: { rows, chosen, choose } }: { joining: Joining }) {
  const { t } = useTongue()
  if (rows.length === 0) return null
  return (
    <Sheet title={t(words.title)}>
      <Soft>{t(words.lead)}</Soft>
      <Stack>
        {rows.map((row) => (
          <Open key={row.id} row={row} chosen={row.id === chosen} onChoose={choose} />
        ))}
      </Stack>
    </Sheet>
  )
}

type OpenProps = { row: SimilarCase; chosen: boolean; onChoose: Joining['choose'] }

function Open({ row: { id, title, stageLabel, filedAt, people }, chosen, onChoose }: OpenProps) {
  const { t } = useTongue()
  return (
    <Stack gap="tight">
      <strong>{title}</strong>
      <Soft>
        {t(stageLabel)} · {t(words.people(people))} · {t(formatInstant(filedAt as Instant))}
      </Soft>
      <Row>
        <Button kind={chosen ? 'primary' : 'plain'} pressed={chosen} onPress={() => onChoose(chosen ? null : id)}>
          {t(chosen ? words.joined : words.join)}
        </Button>
      </Row>
      {chosen ? <Soft>{t(words.whatThen)}</Soft> : null}
    </Stack>
  )
}
