import { proposedTitle } from '../../../../kernel/cases/rules/title.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { useOnline } from '../../../../ui/online.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Soft } from '../../../../ui/parts/layout.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import './resident.css'
import { doorWords as words } from './words/door.ts'
import { useProposal } from './write/useProposal.ts'

/** How many ways are offered: more would have to be read rather than seen. */
const MOST = 3

/**
 * The one large box. While somebody types it says what his words are taken for and what becomes of it, by what the
 * catalogue offers today; what he typed stands in the draft `write` and goes on to the page that files it.
 */
export function FrontDoor() {
  const { t } = useTongue()
  const { go } = usePlace()
  const draft = useDraft('write', { text: '', matter: '' })
  const { text, matter } = draft.form
  const proposal = useProposal({ text, title: proposedTitle(text), matter })
  return (
    <Form onSend={() => go('/write')} label={t(words.ask)}>
      <TextArea
        label={t(words.ask)}
        unseenLabel
        example={t(words.example)}
        rows={3}
        voice
        value={text}
        kept={draft.isKept}
        onChange={(typed) => draft.set({ text: typed })}
      />
      <Ways
        proposal={proposal}
        chosen={matter}
        onChoose={(id) => {
          draft.set({ matter: id })
          go('/write')
        }}
      />
      <Button kind="primary" type="submit" wide>
        {t(words.next)}
      </Button>
    </Form>
  )
}

type WaysProps = { proposal: ReturnType<typeof useProposal>; chosen: string; onChoose(id: string): void }

/** Where it would go. The room is kept from the beginning, so that nothing jumps when the answer comes. */
function Ways({ proposal: { isAsked, waiting, likely }, chosen, onChoose }: WaysProps) {
  const { t } = useTongue()
  const online = useOnline()
  const shown = likely.slice(0, MOST)
  return (
    <div className="door-ways" role="status" aria-label={t(words.ways)}>
      {shown.length > 0 ? (
        <>
          <Soft>{t(shown.some(({ urgent }) => urgent) ? words.urgent : words.takenFor)}</Soft>
          <div className="door-list">
            {shown.map(({ id, name, way }) => (
              <button
                type="button"
                className="door-way"
                key={id}
                aria-pressed={id === chosen}
                onClick={() => onChoose(id)}
              >
                <span className="door-name">{t(name)}</span>
                <span className="door-kind">{t(way)}</span>
              </button>
            ))}
          </div>
        </>
      ) : (
        <Soft>{t(!online ? words.offline : isAsked && !waiting ? words.unknown : words.soon)}</Soft>
      )}
    </div>
  )
}
