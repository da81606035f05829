import { useMemo } from 'react'
import type { MultiPolygon } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { useNow } from '../../../../ui/now.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Sheet, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ImportRun } from '../../model/imports.ts'
import { importStateWords, stepWords } from '../../words/imports.ts'
import { layerWords, placesRefusals } from '../../words/layers.ts'
import { TownMap } from '../TownMap.tsx'
import { Publishing } from './Changes.tsx'
import { PLACES } from './reads.ts'
import { placesWords as words } from './words/places.ts'

/** `/places/imports/:id`: how far a check is, what it found, and the draft that came of it. */
export function ImportPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const url = `/api/places/imports/${params.id}`
  const read = useRead<ImportRun>(url, { topics: [PLACES], every: 1_500 })
  return (
    <Page
      title={t(words.report)}
      acts={
        <Go look="plain" icon="back" to="/places?tab=imports">
          {t(words.back)}
        </Go>
      }
      wide
    >
      <Loaded read={read}>{(run) => <Run run={run} url={url} />}</Loaded>
    </Page>
  )
}

function Run({ run, url }: { run: ImportRun; url: string }) {
  const { t } = useTongue()
  const today = useNow(60_000).slice(0, 10)
  const { layer, fileName, system, tolerance, state, step, done, total, features, version, refusal } = run
  const isOpen = state === 'waiting' || state === 'running'
  const sentence = refusal === null ? undefined : Object.entries(placesRefusals).find(([code]) => code === refusal)?.[1]
  return (
    <Stack>
      <Sheet title={fileName}>
        <Facts
          facts={[
            { label: t(words.layer), value: t(layerWords[layer]) },
            { label: t(words.system), value: system },
            { label: t(words.tolerance), value: tolerance },
            { label: t(words.state), value: t(importStateWords[state]) },
            { label: t(words.areas), value: features },
          ]}
        />
        {isOpen ? <Told>{`${t(stepWords[step])} ${total > 0 ? `${done} / ${total}` : ''}`}</Told> : null}
        {isOpen ? <Stopping url={url} /> : null}
        {sentence ? <Notice tone="bad">{t(sentence)}</Notice> : null}
        {state === 'ready' && version !== null ? <Publishing layer={layer} version={version} today={today} /> : null}
      </Sheet>
      {isOpen || state === 'unreadable' || state === 'cancelled' ? null : <Report run={run} url={url} />}
    </Stack>
  )
}

function Stopping({ url }: { url: string }) {
  const { t } = useTongue()
  const say = useToast()
  const stop = useAct<object>(`${url}/cancel`, { changes: [PLACES], onDone: () => say(t(words.cancelled)) })
  return (
    <>
      <Button busy={stop.busy} onPress={() => stop.act({})}>
        {t(words.cancel)}
      </Button>
      <ProblemNotice problem={stop.problem} />
    </>
  )
}

type Found = {
  readonly fault: string
  readonly grave: boolean
  readonly rows: number[]
  readonly codes: string[]
  readonly said: Said
}
type Findings = {
  readonly findings: Found[]
  readonly noise: number
  readonly gapsLooked: boolean
  readonly shown: number
}

function Report({ run, url }: { run: ImportRun; url: string }) {
  const { t } = useTongue()
  const read = useRead<Findings>(`${url}/report`)
  return (
    <Loaded read={read}>
      {({ findings, noise, gapsLooked, shown }) => (
        <Stack>
          {run.grave === 0 ? (
            <Notice tone="good">{t(words.sound)}</Notice>
          ) : (
            <Notice tone="bad">{t(words.faulty(run.grave))}</Notice>
          )}
          {noise > 0 ? <Told>{t(words.noise(noise, run.tolerance))}</Told> : null}
          {gapsLooked ? null : <Told>{t(words.gapsSkipped)}</Told>}
          {run.grave + run.remarks > shown ? <Told>{t(words.some(shown))}</Told> : null}
          {findings.length > 0 ? <FaultMap url={url} /> : null}
          {findings.length > 0 ? (
            <Table
              caption={t(words.report)}
              hideCaption
              rows={findings.map((finding, at) => ({ ...finding, at }))}
              rowId={({ at }) => String(at)}
              columns={[
                { id: 'grave', title: t(words.state), cell: ({ grave }) => t(grave ? words.grave : words.remark) },
                { id: 'row', title: t(words.row), cell: ({ rows }) => rows.join('、') },
                { id: 'code', title: t(words.code), cell: ({ codes }) => codes.join('、') },
                { id: 'what', title: t(words.where), cell: ({ said }) => t(said) },
              ]}
            />
          ) : null}
        </Stack>
      )}
    </Loaded>
  )
}

type Drawn = {
  readonly features: {
    readonly properties: Found
    readonly geometry:
      | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon }
      | { readonly type: 'Point'; readonly coordinates: [number, number] }
  }[]
}

function FaultMap({ url }: { url: string }) {
  const { t } = useTongue()
  const read = useRead<Drawn>(`${url}/report.geojson`)
  return (
    <Loaded read={read}>
      {({ features }) => (
        <Stack gap="tight">
          <Faults features={features} />
          <Go look="plain" to={`${url}/report.geojson`}>
            {t(words.reportMap)}
          </Go>
        </Stack>
      )}
    </Loaded>
  )
}

function Faults({ features }: Drawn) {
  const { t } = useTongue()
  const layers = useMemo((): readonly MapLayer[] => {
    const shown = features.map(({ properties: { said, grave, codes }, geometry }, at) => {
      return {
        id: String(at),
        name: t(said),
        note: codes.join(' '),
        tone: grave ? ('bad' as const) : ('warn' as const),
        geometry,
      }
    })
    const areas = shown.flatMap(({ geometry, ...one }) =>
      geometry.type === 'MultiPolygon' ? [{ ...one, geometry }] : [],
    )
    const points = shown.flatMap(({ geometry, ...one }) =>
      geometry.type === 'Point' ? [{ ...one, at: geometry.coordinates }] : [],
    )
    return [
      { kind: 'areas', id: 'faults', label: t(words.found), features: areas },
      { kind: 'points', id: 'spots', label: t(words.remark), features: points },
    ]
  }, [features, t])
  return <TownMap label={t(words.report)} layers={layers} />
}
