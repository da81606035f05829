import { type KeyboardEvent, useId, useState } from 'react'
import type { CaseForStaff, CaseLine } from '../../../kernel/cases/model/views.ts'
import { soughtBy } from '../../../kernel/cases/pages/desk/list/question.ts'
import { useSavedViews } from '../../../kernel/cases/pages/desk/list/SavedViews.tsx'
import { addressOf } from '../../../kernel/cases/pages/desk/list/saved.ts'
import type { StaffMe } from '../../../kernel/people/pages/me.ts'
import { said } from '../../../platform/words.ts'
import { useRead, withQuery } from '../../../ui/api/reads.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { usePlace } from '../../../ui/routing/place.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { railFor } from '../navigation.ts'
import { type Command, commandsFor, moveAddress, stepped } from './commands.ts'
import { groupWords, paletteWords as words } from './words.ts'

/** What one may do here, narrowed by what one types; a combobox whose list stays open. */
export function Commands({ me, onDone }: { me: StaffMe; onDone(): void }) {
  const { t } = useTongue()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const commands = useCommands(me, typed)
  const run = useRun(onDone)
  const chosen = commands[Math.min(at, commands.length - 1)]
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && chosen) run(chosen)
    else if (event.key === 'ArrowDown') setAt(stepped(at, 1, commands.length))
    else if (event.key === 'ArrowUp') setAt(stepped(at, -1, commands.length))
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className="control"
        role="combobox"
        aria-label={t(words.type)}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={chosen ? optionId(list, chosen) : undefined}
        placeholder={t(words.type)}
        value={typed}
        maxLength={100}
        // React focuses too early for a dialog; the attribute is what the browser looks for on opening it.
        ref={(field) => field?.setAttribute('autofocus', '')}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <Options id={list} commands={commands} chosen={chosen} onRun={run} />
      <p className="palette-foot" role="status">
        {commands.length === 0 ? t(words.nothing) : `${commands.length} ${t(words.count)} · ${t(words.hint)}`}
      </p>
    </>
  )
}

const optionId = (list: string, { id }: Command) => `${list}-${id}`

/** The case on the page, the one beside the list or on the board included. */
function useCaseAtHand(): string | undefined {
  const { params, search } = usePlace()
  return params.case ?? search.case
}

function useCommands(me: StaffMe, typed: string): readonly Command[] {
  const id = useCaseAtHand()
  const shown = useRead<CaseForStaff>(`/api/cases/${id}`, { when: id !== undefined, topics: [`case/${id}`] })
  const { number } = soughtBy(typed)
  const found = useRead<{ rows: readonly CaseLine[] }>(withQuery('/api/cases', { view: 'all', limit: 8, number }), {
    when: number !== undefined,
  })
  const saved = useSavedViews().map((one) => ({
    to: addressOf(one),
    label: said(one.name, one.name),
    icon: 'list' as const,
  }))
  const cases = number === undefined ? [] : (found.data?.rows ?? [])
  return commandsFor({
    typed,
    moves: id === undefined ? [] : (shown.data?.moves ?? []),
    pages: [...railFor(me), ...saved],
    cases,
  })
}

function useRun(onDone: () => void): (command: Command) => void {
  const { path, go, setSearch } = usePlace()
  const id = useCaseAtHand()
  return ({ go: where }) => {
    onDone()
    if ('to' in where) return go(where.to)
    const elsewhere = moveAddress(path, id ?? '')
    if (elsewhere === null) setSearch({ act: where.move })
    else go(withQuery(elsewhere, { act: where.move }))
  }
}

type OptionsProps = {
  id: string
  commands: readonly Command[]
  chosen: Command | undefined
  onRun(command: Command): void
}

function Options({ id, commands, chosen, onRun }: OptionsProps) {
  const { t } = useTongue()
  const groups = (['moves', 'cases', 'pages'] as const).filter((group) => commands.some((one) => one.group === group))
  return (
    <div className="palette-list" role="listbox" id={id} aria-label={t(words.found)} tabIndex={-1}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={group} role="group" aria-label={t(groupWords[group])}>
          <div className="palette-group" aria-hidden="true">
            {t(groupWords[group])}
          </div>
          {commands
            .filter((one) => one.group === group)
            .map((one) => (
              <Option key={one.id} id={optionId(id, one)} command={one} isChosen={one === chosen} onRun={onRun} />
            ))}
        </div>
      ))}
    </div>
  )
}

type OptionProps = { id: string; command: Command; isChosen: boolean; onRun(command: Command): void }

function Option({ id, command, isChosen, onRun }: OptionProps) {
  const { t } = useTongue()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field above, which runs the chosen line
    // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant of the field above
    <div
      className="palette-option"
      role="option"
      id={id}
      aria-selected={isChosen}
      ref={(element) => {
        if (isChosen) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={() => onRun(command)}
    >
      <Icon name={command.icon} />
      <span className="palette-label">{t(command.label)}</span>
      {command.note ? <span className="palette-note">{command.note}</span> : null}
      {command.key ? <kbd>{command.key}</kbd> : null}
    </div>
  )
}
