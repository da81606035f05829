import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type ProposalState, type ProposalView, proposalSorts, proposalStates } from '../../model/proactive.ts'
import { proposalSortWords, proactivePageWords as words } from './words/proactive.ts'

const PROPOSALS = '/api/grid/proposals'
type Rows = { readonly rows: readonly ProposalView[]; readonly next: string | null }

const stateWords = { open: words.open, accepted: words.accepted, dismissed: words.dismissed }

const stateIn = (text: string | undefined): ProposalState => proposalStates.find((one) => one === text) ?? 'open'

/** `/desk/proactive`: what repeats, with what solving it would save. */
export function Proactive() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const state = stateIn(search.state)
  const sort = proposalSorts.find((one) => one === search.sort) ?? 'cases'
  const [limit, setLimit] = useState(20)
  const read = useRead<Rows>(withQuery(PROPOSALS, { state, sort, limit }), { topics: ['proactive'], keepLast: true })
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Tabs
        label={t(words.states)}
        tabs={proposalStates.map((id) => ({ id, label: t(stateWords[id]) }))}
        value={state}
        onChange={(one) => setSearch({ state: one === 'open' ? undefined : one })}
      >
        <Stack>
          <Row>
            <Select
              label={t(words.sort)}
              value={sort}
              options={proposalSorts.map((value) => ({ value, label: t(proposalSortWords[value]) }))}
              onChange={(value) => setSearch({ sort: value === 'cases' ? undefined : value })}
            />
            <Go look="plain" to={withQuery(`${PROPOSALS}/export`, { state, sort })}>
              {t(words.export)}
            </Go>
          </Row>
          <Loaded read={read}>
            {({ rows, next }) => (
              <>
                {rows.length === 0 ? <EmptyState icon="check" title={t(words.none)} text={t(words.noneText)} /> : null}
                {rows.map((proposal) => (
                  <Proposal key={proposal.id} proposal={proposal} />
                ))}
                {next === null ? null : (
                  <Button onPress={() => setLimit(Math.min(200, limit + 20))}>{t(words.more)}</Button>
                )}
              </>
            )}
          </Loaded>
        </Stack>
      </Tabs>
    </Page>
  )
}

function Proposal({ proposal }: { proposal: ProposalView }) {
  const { t } = useTongue()
  const { placeName, category, cases, people, weeks, saves, state, reason, decidedBy, taskCase, caseIds } = proposal
  const where = proposal.kind === 'theme' ? t(words.allOver) : (placeName ?? proposal.place)
  return (
    <Sheet title={`${where} · ${category.split('/').at(-1) ?? category}`}>
      <Row>
        <strong>{t(words.cases(cases))}</strong>
        {people > 0 ? <span>{t(words.people(people))}</span> : null}
        <span>{t(words.weeks(weeks))}</span>
        <Soft>
          {proposal.firstDay} – {proposal.lastDay}
        </Soft>
      </Row>
      <p>{t(words.saves(saves.days, saves.cases, saves.people))}</p>
      <Facts
        facts={[
          {
            label: t(words.evidence),
            wide: true,
            value: (
              <Row>
                {caseIds.slice(0, 6).map((id, at) => (
                  <Go key={id} to={`/cases/${id}`}>
                    {t(words.nth(at + 1))}
                  </Go>
                ))}
              </Row>
            ),
          },
          { label: t(words.decided), value: decidedBy, wide: true },
        ]}
      />
      {reason ? <Told>{reason}</Told> : null}
      {taskCase ? <Go to={`/cases/${taskCase}`}>{t(words.task)}</Go> : null}
      {state === 'open' ? <Deciding id={proposal.id} /> : null}
    </Sheet>
  )
}

function Deciding({ id }: { id: string }) {
  const { t } = useTongue()
  const [asking, setAsking] = useState<'accept' | 'dismiss' | null>(null)
  return (
    <Row>
      <Button kind="primary" onPress={() => setAsking('accept')}>
        {t(words.accept)}
      </Button>
      <Button onPress={() => setAsking('dismiss')}>{t(words.dismiss)}</Button>
      {asking ? <Decision key={asking} id={id} which={asking} onClose={() => setAsking(null)} /> : null}
    </Row>
  )
}

type DecisionProps = { id: string; which: 'accept' | 'dismiss'; onClose(): void }

function Decision({ id, which, onClose }: DecisionProps) {
  const { t } = useTongue()
  const say = useToast()
  const [text, setText] = useState('')
  const field = which === 'accept' ? 'instruction' : 'reason'
  const send = useAct<Record<string, string>>(`${PROPOSALS}/${id}/${which}`, {
    changes: ['proactive', 'desk'],
    onDone: () => {
      say(t(words.decided))
      onClose()
    },
  })
  return (
    <Confirm
      open
      title={t(words[which])}
      act={t(words[which])}
      busy={send.busy}
      blocked={[...text.trim()].length < 4 ? t(words.tooShort) : undefined}
      problem={send.problem}
      onAct={() => send.act({ [field]: text.trim() })}
      onClose={onClose}
    >
      <TextArea
        label={t(words[field])}
        hint={which === 'accept' ? t(words.instructionHint) : undefined}
        required
        max={2000}
        rows={4}
        value={text}
        onChange={setText}
      />
    </Confirm>
  )
}
