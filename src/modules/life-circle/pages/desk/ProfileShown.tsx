import type { ReactNode } from 'react'
import { Facts, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Demand, type Mark, type Profile, type ProfileBody, type Walker, walkers } from '../../model/profile.ts'
import { levelWords, unitWords, walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { profileWords as words } from '../words/profile.ts'

/** Everything of a profile, each value with where it comes from and how sure that is. */
export function ProfileShown({ profile }: { profile: Profile }) {
  const { t } = useTongue()
  const { source, mark, active, paces, demands } = profile
  return (
    <Stack>
      <Facts
        facts={[
          { label: t(words.source), value: source },
          { label: t(words.mark), value: t(words.marks[mark]) },
          ...(active ? [] : [{ label: t(words.active), value: t(words.inactive) }]),
        ]}
      />
      <Sheet title={t(words.paces)}>
        <Paces paces={paces} />
      </Sheet>
      <Sheet title={t(words.demands)}>
        <Demands demands={demands} />
      </Sheet>
    </Stack>
  )
}

export function Sourced({ source, mark }: { source: string; mark: Mark }) {
  const { t } = useTongue()
  return (
    <Soft>
      <abbr title={t(words.marks[mark])}>{mark}</abbr> {source}
    </Soft>
  )
}

type PacesProps = { paces: ProfileBody['paces']; act?: (walker: Walker) => ReactNode }

export function Paces({ paces, act }: PacesProps) {
  const { t } = useTongue()
  return (
    <Table<Walker>
      caption={t(words.paces)}
      hideCaption
      rows={walkers}
      rowId={(walker) => walker}
      columns={[
        { id: 'walker', title: t(words.walker), cell: (walker) => t(walkerWords[walker]) },
        {
          id: 'pace',
          title: t(words.pace),
          align: 'end',
          cell: (walker) => act?.(walker) ?? paces[walker].metresPerMinute,
        },
        { id: 'source', title: t(words.source), cell: (walker) => <Sourced {...paces[walker]} /> },
      ]}
    />
  )
}

type DemandsProps = { demands: readonly Demand[]; act?: (demand: Demand) => ReactNode }

export function Demands({ demands, act }: DemandsProps) {
  const { t } = useTongue()
  return (
    <Table<Demand>
      caption={t(words.demands)}
      hideCaption
      rows={demands}
      rowId={({ kind }) => kind}
      columns={[
        { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(kindWords[kind]) },
        { id: 'tier', title: t(words.tier), cell: ({ tier }) => t(words.minutes(tier)) },
        { id: 'level', title: t(words.level), cell: ({ level }) => t(levelWords[level]) },
        {
          id: 'limit',
          title: t(words.limit),
          cell: ({ limit }) => t('metres' in limit ? words.metres(limit.metres) : words.minutes(limit.minutes)),
        },
        { id: 'weight', title: t(words.weight), align: 'end', cell: ({ weight }) => weight },
        {
          id: 'per',
          title: t(words.perThousand),
          cell: ({ perThousand }) =>
            perThousand === undefined ? (
              '—'
            ) : (
              <span>
                {t(words.per(perThousand.amount, t(unitWords[perThousand.unit])))} <Sourced {...perThousand} />
              </span>
            ),
        },
        { id: 'source', title: t(words.source), cell: (demand) => <Sourced {...demand} /> },
        ...(act ? [{ id: 'act', title: t(words.editLine), cell: act }] : []),
      ]}
    />
  )
}
