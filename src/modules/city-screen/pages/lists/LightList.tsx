import { useLive } from '../../../../ui/api/live.ts'
import { problem } from '../../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Liveness } from '../../../../ui/parts/Liveness.tsx'
import { ErrorState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { type BoardLight, boardLights, type ScreenGround } from '../../model.ts'
import { nowhereWords } from '../../words.ts'
import { momentIn, momentQuery } from '../moment.ts'
import { NOWHERE, SCREEN, useBoard } from '../reads.ts'
import { lightWords, listWords as words } from '../words.ts'
import { CaseRows } from './CaseRows.tsx'
import { ListFrame } from './ListFrame.tsx'

const isLight = (word: string | undefined): word is BoardLight => boardLights.some((light) => light === word)

/** The open cases that show a light: `/lights/red?unit=…&area=…`. */
export function LightList() {
  const { t } = useTongue()
  const { params, search } = usePlace()
  const live = useLive([SCREEN])
  const lights = useBoard().data?.lights
  const place = useAreaName(search.area)
  if (!isLight(params.light)) return <ErrorState problem={problem('missing', uiWords.missing)} />
  const keyOf = (given: string) => (given === NOWHERE ? '' : given)
  const narrowed = (['unit', 'area'] as const).flatMap((name) => {
    const given = search[name]
    return given === undefined ? [] : [`&${name}=${encodeURIComponent(keyOf(given))}`]
  })
  const where = [
    search.unit === undefined
      ? null
      : search.unit === NOWHERE
        ? t(nowhereWords.unit)
        : lights?.units.find(({ key }) => key === search.unit)?.name,
    search.area === undefined
      ? null
      : search.area === NOWHERE
        ? t(nowhereWords.area)
        : (lights?.areas.find(({ key }) => key === search.area)?.name ?? place),
  ]
  const moment = momentIn(search)
  const then = new URLSearchParams(momentQuery(moment)).toString()
  const door = `/api/city-screen/${moment ? 'replay/' : ''}lights/${params.light}/list`
  const path = `${door}?limit=30${narrowed.join('')}${then && `&${then}`}`
  return (
    <ListFrame
      title={[...where, t(lightWords[params.light])].filter(Boolean).join(' · ')}
      about={<Liveness live={live} />}
    >
      <CaseRows key={path} path={path} />
    </ListFrame>
  )
}

/** A community or a grid is called as the borders call it; streets stand on the board. */
function useAreaName(area = ''): string | undefined {
  const level = ([undefined, undefined, 'community', 'grid'] as const)[area.split('/').length]
  const address = withQuery('/api/city-screen/ground', { level })
  return useRead<ScreenGround>(address, { when: level !== undefined }).data?.areas.find((one) => one.area === area)
    ?.place
}

/** The cases behind one figure of the audit: `/nothing-lost/no-owner`. */
export function LostList() {
  const { t } = useTongue()
  const { params } = usePlace()
  const live = useLive([SCREEN])
  const title = useBoard().data?.lost.find(({ kind }) => kind === params.kind)?.title
  return (
    <ListFrame title={title ? t(title) : t(words.cases)} about={<Liveness live={live} />}>
      <CaseRows path={`/api/city-screen/nothing-lost/${params.kind}/list?limit=30`} />
    </ListFrame>
  )
}
