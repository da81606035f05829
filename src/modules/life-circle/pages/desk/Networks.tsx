import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Lead, Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { NetworkLine } from '../../model/network-view.ts'
import { networkWords as words } from '../words/network.ts'
import { ImportNetwork } from './ImportNetwork.tsx'
import { NetworkReport } from './NetworkReport.tsx'
import './planner.css'

type Seen = { readonly rows: NetworkLine[]; readonly standing: number | null }

/** `/life-circle/networks`: every version, which one is measured by, and what its import saw. */
export function Networks() {
  const { t } = useTongue()
  const { search } = usePlace()
  const read = useRead<Seen>('/api/life-circle/networks', { topics: ['life-circle'] })
  const version = Number(search.version) || null
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      wide
      acts={
        <Row>
          <ImportNetwork />
          <Go to="/life-circle">{t(words.back)}</Go>
        </Row>
      }
    >
      <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.none)}</Lead> }}>
        {(seen) => (
          <Stack>
            <Versions seen={seen} />
            {version === null ? null : <NetworkReport key={version} version={version} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function Versions({ seen: { rows, standing } }: { seen: Seen }) {
  const { t, count } = useTongue()
  const { setSearch } = usePlace()
  return (
    <Table<NetworkLine>
      caption={t(words.title)}
      hideCaption
      rows={rows}
      rowId={({ version }) => String(version)}
      columns={[
        {
          id: 'version',
          title: t(words.version),
          cell: ({ version }) => (
            <span>
              {version} {version === standing ? <Light colour="green" label={t(words.inUse)} /> : null}
            </span>
          ),
        },
        { id: 'source', title: t(words.source), cell: ({ source }) => source },
        {
          id: 'population',
          title: t(words.population),
          cell: ({ populationSource }) => populationSource ?? <Soft>{t(words.estimated)}</Soft>,
        },
        {
          id: 'size',
          title: t(words.size),
          cell: ({ nodes, origins }) => t(words.sizeOf(count(nodes), count(origins))),
        },
        {
          id: 'people',
          title: t(words.residents),
          align: 'end',
          cell: ({ people }) => count(Math.round(people)),
        },
        {
          id: 'seen',
          title: t(words.seen),
          cell: ({ islands, troubles }) => t(words.seenOf(count(islands), count(troubles))),
        },
        {
          id: 'when',
          title: t(words.when),
          cell: ({ importedAt, importedBy }) => `${t(formatInstant(importedAt as Instant))} ${importedBy}`,
        },
        {
          id: 'acts',
          title: t(words.look),
          cell: ({ version }) => (
            <Row>
              <Button onPress={() => setSearch({ version: String(version) })}>{t(words.look)}</Button>
              {version === standing ? null : <Use version={version} />}
            </Row>
          ),
        },
      ]}
    />
  )
}

function Use({ version }: { version: number }) {
  const { t } = useTongue()
  const say = useToast()
  const use = useAct<object>('/api/life-circle/standing', {
    method: 'PUT',
    changes: ['life-circle'],
    onDone: () => say(t(words.switched)),
  })
  return (
    <>
      <Button busy={use.busy} onPress={() => use.act({ network: version })}>
        {t(words.use)}
      </Button>
      <ProblemNotice problem={use.problem} />
    </>
  )
}
