import { Facts } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { Capacity, OrganisationRefusal, Scope } from '../../model.ts'
import { capacities, organisationRefusals, scopes } from '../../words.ts'
import { useRights } from './History.tsx'
import { roleWords as words } from './words/roles.ts'

export type RolePreview = {
  readonly refusal: OrganisationRefusal | null
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  readonly scopeBefore: Scope | null
  readonly capacitiesGained: readonly Capacity[]
  readonly capacitiesLost: readonly Capacity[]
  readonly holders: readonly {
    readonly staff: string
    readonly name: string
    readonly unitName: string
    readonly gains: readonly string[]
    readonly loses: readonly string[]
  }[]
}

/** What the role gains and loses, and each person whose buttons change by it. */
export function RoleFollowed({ preview, scope }: { preview: RolePreview; scope: Scope }) {
  const { t } = useTongue()
  const rights = useRights()
  const labels = new Map((rights.data?.rows ?? []).map(({ right, label }) => [right, t(label)]))
  const said = (these: readonly string[]) => these.map((right) => labels.get(right) ?? right).join(t(uiWords.comma))
  const roles = (these: readonly Capacity[]) => these.map((one) => t(capacities[one])).join(t(uiWords.comma))
  const { refusal, gained, lost, scopeBefore, capacitiesGained, capacitiesLost } = preview
  const both = (one: string, other: string) =>
    [one, other].filter((text) => text !== '').join(t(uiWords.comma)) || t(words.nothing)
  const touched = preview.holders.filter(({ gains, loses }) => gains.length + loses.length > 0)
  return (
    <Notice
      tone={refusal ? 'bad' : 'info'}
      title={refusal ? t(organisationRefusals[refusal]) : t(words.wouldFollow)}
      spoken
    >
      <Facts
        facts={[
          { label: t(words.gained), value: both(said(gained), roles(capacitiesGained)), wide: true },
          { label: t(words.lost), value: both(said(lost), roles(capacitiesLost)), wide: true },
          {
            label: t(words.scope),
            value:
              scopeBefore === null || scopeBefore === scope ? null : `${t(scopes[scopeBefore])} → ${t(scopes[scope])}`,
          },
        ]}
      />
      {touched.length === 0 ? (
        <p>{t(words.nobody)}</p>
      ) : (
        <Table
          caption={t(words.whoChanges)}
          rows={touched}
          rowId={({ staff }) => staff}
          columns={[
            { id: 'person', title: t(words.person), cell: ({ name }) => name },
            { id: 'unit', title: t(words.unit), cell: ({ unitName }) => unitName },
            { id: 'gains', title: t(words.gains), cell: ({ gains }) => said(gains) },
            { id: 'loses', title: t(words.loses), cell: ({ loses }) => said(loses) },
          ]}
        />
      )}
    </Notice>
  )
}
