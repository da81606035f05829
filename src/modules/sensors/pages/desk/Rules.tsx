import { useState } from 'react'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { RulesView, RuleView } from '../../model/views.ts'
import { conditionWords, kindWords, spanWords } from '../../words.ts'
import { useMayManage } from './may.ts'
import { freshRule, RuleForm } from './RuleForm.tsx'
import { sensorWords as words } from './words/sensors.ts'

/** The rules as they are in force; whoever keeps them changes one after trying it on the past. */
export function Rules() {
  const { t } = useTongue()
  const read = useRead<RulesView>('/api/sensors/rules', { topics: ['sensors'] })
  const [edited, setEdited] = useState<RuleView | null>(null)
  const mayManage = useMayManage()
  return (
    <Loaded read={read}>
      {({ rows, matters }) => (
        <Stack>
          {mayManage && edited === null ? (
            <Row>
              <Button icon="plus" onPress={() => setEdited(freshRule)}>
                {t(words.add)}
              </Button>
            </Row>
          ) : null}
          {edited ? <RuleForm key={edited.id} rule={edited} matters={matters} onClose={() => setEdited(null)} /> : null}
          {rows.length === 0 ? (
            <EmptyState title={t(words.noRules)} />
          ) : (
            <RuleTable rows={rows} onEdit={mayManage ? setEdited : null} />
          )}
        </Stack>
      )}
    </Loaded>
  )
}

function RuleTable({ rows, onEdit }: { rows: readonly RuleView[]; onEdit: ((rule: RuleView) => void) | null }) {
  const { t } = useTongue()
  return (
    <Table
      caption={t(words.rules)}
      hideCaption
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        { id: 'title', title: t(words.caseTitle), cell: ({ title }) => title },
        { id: 'kind', title: t(words.kind), cell: ({ kind, sensor }) => sensor ?? t(kindWords[kind]) },
        {
          id: 'when',
          title: t(words.when),
          cell: ({ when, mark }) => `${t(conditionWords[when])}${when === 'silent' ? '' : ` ${mark}`}`,
        },
        { id: 'lasts', title: t(words.lasts), cell: ({ hold }) => t(spanWords(hold)) },
        { id: 'opens', title: t(words.opens), cell: ({ matter, matterName }) => (matterName ? t(matterName) : matter) },
        { id: 'version', title: t(words.version), align: 'end', cell: ({ version }) => version },
        { id: 'active', title: t(words.inUse), cell: ({ active }) => t(active ? words.yes : words.no) },
        ...(onEdit
          ? [
              {
                id: 'edit',
                title: t(words.edit),
                cell: (rule: RuleView) => (
                  <Button name={`${t(words.edit)} ${rule.title}`} onPress={() => onEdit(rule)}>
                    {t(words.edit)}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
