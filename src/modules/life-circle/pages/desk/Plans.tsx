import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Lead, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PlanView } from '../../model/plan-view.ts'
import type { ComparedLine } from '../../rules/compare.ts'
import { walkerWords } from '../../words/facilities.ts'
import { comparedWords } from '../../words/plans.ts'
import { hoursWords } from '../words/hours.ts'
import { plannerWords as words } from '../words/planner.ts'
import { Turn } from './Turn.tsx'

const MOST = 6

/** Plans that were kept; two and more chosen stand side by side. */
export function Plans() {
  const { t, count } = useTongue()
  const { search, setSearch } = usePlace()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const read = useRead<{ rows: PlanView[]; next: string | null }>(
    withQuery('/api/life-circle/plans', { after: search.after, limit: 50 }),
    { keepLast: true, topics: ['plans'] },
  )
  const choose = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id].slice(-MOST) : chosen.filter((one) => one !== id))
  return (
    <Stack>
      <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.noPlans)}</Lead> }}>
        {({ rows, next }) => (
          <Stack>
            <Table<PlanView>
              caption={t(words.plans)}
              hideCaption
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'name', title: t(words.planName), cell: ({ name }) => name },
                {
                  id: 'by',
                  title: t(words.reckonedBy),
                  cell: ({ outcome: { reckoned } }) => <By reckoned={reckoned} />,
                },
                { id: 'edits', title: t(words.edits), align: 'end', cell: ({ edits }) => count(edits.length) },
                {
                  id: 'gained',
                  title: t(words.gained),
                  align: 'end',
                  cell: ({ outcome }) => count(Math.round(outcome.gained)),
                },
                {
                  id: 'open',
                  title: t(words.openPlan),
                  cell: ({ id, outcome: { reckoned } }) => (
                    <Button
                      onPress={() =>
                        setSearch({
                          ...{ view: 'try', plan: id, profile: reckoned.profile, walker: reckoned.walker },
                          openAt: reckoned.openAt ?? '',
                        })
                      }
                    >
                      {t(words.openPlan)}
                    </Button>
                  ),
                },
                {
                  id: 'compare',
                  title: t(words.compare),
                  cell: ({ id, name }) => (
                    <CheckBox checked={chosen.includes(id)} onChange={(on) => choose(id, on)}>
                      {`${t(words.choose)} ${name}`}
                    </CheckBox>
                  ),
                },
              ]}
            />
            <Turn next={next} />
          </Stack>
        )}
      </Loaded>
      {chosen.length > 0 ? <Comparison ids={chosen.join(',')} /> : null}
    </Stack>
  )
}

/** Only plans that were reckoned alike stand side by side: by what, one must see before choosing. */
function By({
  reckoned: { profileName, profileVersion, walker, network, openAt },
}: Pick<PlanView['outcome'], 'reckoned'>) {
  const { t } = useTongue()
  return (
    <span>
      {t(profileName)} · {t(walkerWords[walker])}{' '}
      <Soft>
        {t(words.versions(profileVersion, network))}
        {openAt ? ` · ${t(hoursWords.at(openAt))}` : ''}
      </Soft>
    </span>
  )
}

type Compared = { readonly plans: PlanView[]; readonly rows: ComparedLine[] }

function Comparison({ ids }: { ids: string }) {
  const { t } = useTongue()
  const read = useRead<Compared>(withQuery('/api/life-circle/plans/compare', { ids }), { keepLast: true })
  const file = withQuery('/api/life-circle/plans/export', { ids, format: 'xlsx' })
  return (
    <Sheet
      title={t(words.comparing)}
      acts={
        <Go to={file} look="plain">
          {t(words.download)}
        </Go>
      }
    >
      <Loaded read={read}>
        {({ plans, rows }) => (
          <Table<ComparedLine>
            caption={t(words.comparing)}
            hideCaption
            rows={rows}
            rowId={({ what }) => what}
            columns={[
              { id: 'what', title: t(words.kind), cell: ({ what }) => t(comparedWords(what)) },
              {
                id: 'now',
                title: t(words.now),
                align: 'end',
                cell: ({ before, of }) => <Share people={before} of={of} />,
              },
              ...plans.map(({ id, name }, at) => ({
                id,
                title: name,
                align: 'end' as const,
                cell: ({ after, of }: ComparedLine) => <Share people={after[at] ?? 0} of={of} />,
              })),
            ]}
          />
        )}
      </Loaded>
    </Sheet>
  )
}

function Share({ people, of }: { people: number; of: number }) {
  const { t, count } = useTongue()
  return (
    <span>
      {of === 0 ? '—' : `${((100 * people) / of).toFixed(1)} %`}{' '}
      <Soft>{t(words.share(count(Math.round(people)), count(Math.round(of))))}</Soft>
    </span>
  )
}
