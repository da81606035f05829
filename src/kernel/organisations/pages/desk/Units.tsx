import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { dayText } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useMe } from '../../../people/pages/me.ts'
import type { UnitVersion } from '../../model.ts'
import { grants } from '../../policy.ts'
import { unitKinds, unitLevels } from '../../words.ts'
import { DayField } from './DayField.tsx'
import { History } from './History.tsx'
import { ImportFile } from './ImportFile.tsx'
import { ORGANISATIONS, type TreeAnswer, useTree } from './trees.ts'
import { type UnitDeed, UnitForm } from './UnitForm.tsx'
import { inTree, type Rung } from './unit-tree.ts'
import './units.css'
import { peopleWords } from './words/people.ts'
import { unitWords as words } from './words/units.ts'

/** Whether the reader holds a right by any of his posts; where it reaches is the server's to say. */
export function useHolds(right: string): boolean {
  const me = useMe()
  return me.data?.kind === 'staff' && grants(me.data.rights, right)
}

/** `/admin/units`: the tree of a day, and the unit that is chosen in it. */
export function Units() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const keeps = useHolds('organisations.units')
  const read = useTree(true, search.day ?? '')
  const chosen = read.data?.rows.find(({ id }) => id === search.unit) ?? null
  const acts = (
    <>
      <SaveFile url={withQuery('/api/organisations/units/export', { day: search.day })} name="units.xlsx">
        {t(words.export)}
      </SaveFile>
      {keeps ? (
        <>
          <Button onPress={() => setOpen('import')}>{t(peopleWords.import)}</Button>
          <Button kind="primary" icon="plus" onPress={() => setOpen('new')}>
            {t(words.open)}
          </Button>
        </>
      ) : null}
    </>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {open === 'new' ? <UnitForm deed="Open" unit={chosen} onClose={() => setOpen(null)} /> : null}
        {open === 'import' ? (
          <ImportFile
            url="/api/organisations/units/import"
            text={peopleWords.importUnitsText}
            onClose={() => setOpen(null)}
          />
        ) : null}
        <Loaded read={read}>
          {(answer) => (
            <div className="units">
              <Tree answer={answer} />
              {chosen ? (
                <One
                  key={chosen.id}
                  unit={chosen}
                  answer={answer}
                  keeps={keeps}
                  onOther={(unit) => setSearch({ unit })}
                />
              ) : (
                <EmptyState icon="list" title={t(words.choose)} />
              )}
            </div>
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}

function Tree({ answer }: { answer: TreeAnswer }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const { q = '', kind, day } = search
  const rungs = inTree(answer.rows, { text: q, kind: kind ?? null })
  return (
    <Sheet title={t(words.tree)}>
      <Stack>
        <TextField
          label={t(words.search)}
          type="search"
          value={q}
          onChange={(text) => setSearch({ q: text || undefined })}
        />
        <Row>
          <Select
            label={t(words.kind)}
            value={kind ?? 'all'}
            options={[
              { value: 'all', label: t(words.allKinds) },
              { value: 'line', label: t(unitKinds.line) },
              { value: 'territory', label: t(unitKinds.territory) },
            ]}
            onChange={(next) => setSearch({ kind: next === 'all' ? undefined : next })}
          />
          <DayField label={t(words.day)} value={day ?? ''} onChange={(next) => setSearch({ day: next || undefined })} />
        </Row>
        {rungs.length === 0 ? <EmptyState icon="search" title={t(words.none)} /> : <Rungs rungs={rungs} />}
      </Stack>
    </Sheet>
  )
}

/** The tree as a list with steps: every unit is a button, reached by Tab, chosen by Enter. */
function Rungs({ rungs }: { rungs: readonly Rung[] }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  return (
    <ul className="unit-rungs" aria-label={t(words.tree)}>
      {rungs.map(({ unit, depth }) => (
        <li key={unit.id} style={{ paddingInlineStart: `${depth * 1.25}em` }}>
          <button
            type="button"
            className="unit-rung"
            aria-current={search.unit === unit.id ? 'true' : undefined}
            onClick={() => setSearch({ unit: unit.id })}
          >
            <span>{unit.shortName}</span>
            <span className="soft">{t(unitLevels[unit.level])}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type OneProps = { unit: UnitVersion; answer: TreeAnswer; keeps: boolean; onOther(unit: string): void }

function One({ unit, answer, keeps, onOther }: OneProps) {
  const { t, tongue } = useTongue()
  const [deed, setDeed] = useState<UnitDeed | null>(null)
  const manages = useHolds('people.manage')
  const above = answer.rows.find(({ id }) => id === unit.parent)
  if (deed) return <UnitForm deed={deed} unit={unit} onClose={() => setDeed(null)} />
  return (
    <Stack>
      <Sheet title={unit.name}>
        <Facts
          facts={[
            { label: t(words.shortName), value: unit.shortName },
            { label: t(words.code), value: unit.code },
            { label: t(words.kind), value: t(unitKinds[unit.kind]) },
            { label: t(words.level), value: t(unitLevels[unit.level]) },
            {
              label: t(words.parent),
              value: above ? (
                <Button kind="quiet" onPress={() => onOther(above.id)}>
                  {above.name}
                </Button>
              ) : null,
            },
            { label: t(words.from), value: dayText(unit.from, tongue) },
            { label: t(words.fallback), value: answer.fallback === unit.id ? t(words.fallback) : null },
          ]}
        />
        <Row>
          {keeps ? (
            <>
              <Button onPress={() => setDeed('Change')}>{t(words.change)}</Button>
              <Button onPress={() => setDeed('Merge')}>{t(words.merge)}</Button>
              <Button kind="danger" onPress={() => setDeed('Close')}>
                {t(words.close)}
              </Button>
            </>
          ) : null}
          {manages ? <Go to={`/admin/people?unit=${unit.id}`}>{t(words.people)}</Go> : null}
          <Go to={`/?view=all&open=true&unit=${unit.id}`}>{t(words.seeCases)}</Go>
        </Row>
      </Sheet>
      <Versions id={unit.id} />
      {keeps || manages ? <History of={unit.id} /> : null}
    </Stack>
  )
}

function Versions({ id }: { id: string }) {
  const { t, tongue } = useTongue()
  const read = useRead<{ rows: readonly UnitVersion[] }>(`/api/organisations/units/${id}/versions`, {
    topics: [ORGANISATIONS],
  })
  return (
    <Sheet title={t(words.versions)}>
      <Loaded read={read}>
        {({ rows }) => (
          <Table
            caption={t(words.versions)}
            hideCaption
            rows={[...rows].reverse()}
            rowId={({ version }) => String(version)}
            columns={[
              { id: 'name', title: t(words.name), cell: ({ name }) => name },
              { id: 'from', title: t(words.from), cell: ({ from }) => dayText(from, tongue) },
              {
                id: 'until',
                title: t(words.until),
                cell: ({ to }) => (to === null ? t(words.now) : dayText(to, tongue)),
              },
              { id: 'level', title: t(words.level), cell: ({ level }) => t(unitLevels[level]) },
              { id: 'code', title: t(words.code), cell: ({ code }) => code },
            ]}
          />
        )}
      </Loaded>
    </Sheet>
  )
}
