import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Item, Items, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SensorView } from '../../model/views.ts'
import { SENSORS } from './Lists.tsx'
import { boundWords as words } from './words/bound.ts'

type Thing = {
  readonly code: string
  readonly typeName: string
  readonly name: string
  readonly owner: string
  readonly place: string
  readonly metres?: number
}

const COMPONENTS = '/api/places/components'
const NEAR_METRES = 200
const MOST = 12

const titleOf = ({ name, typeName }: Thing): string => name || typeName

/** Which component the sensor watches: told by hand, found by code, name or nearness; else the nearest that fits. */
export function Bound({ sensor }: { sensor: SensorView }) {
  const { t } = useTongue()
  const say = useToast()
  const { id, component } = sensor
  const [text, setText] = useState('')
  const bind = useAct<{ component: string | null }>(`/api/sensors/${encodeURIComponent(id)}/component`, {
    method: 'PUT',
    changes: [SENSORS],
    onDone: () => {
      setText('')
      say(t(words.saved))
    },
  })
  const choose = (code: string | null) => bind.act({ component: code })
  return (
    <Sheet title={t(words.title)}>
      <Stack>
        {component === null ? (
          <Soft>{t(words.none)}</Soft>
        ) : (
          <Chosen code={component} busy={bind.busy} onFree={choose} />
        )}
        <TextField
          label={t(words.find)}
          hint={t(words.findHint)}
          type="search"
          max={60}
          value={text}
          onChange={setText}
        />
        <Found sensor={sensor} text={text.trim()} busy={bind.busy} onChoose={choose} />
        <ProblemNotice problem={bind.problem} />
      </Stack>
    </Sheet>
  )
}

function Chosen({ code, busy, onFree }: { code: string; busy: boolean; onFree(code: null): void }) {
  const { t } = useTongue()
  const read = useRead<{ component: Thing }>(`${COMPONENTS}/${encodeURIComponent(code)}`)
  const thing = read.data?.component
  return (
    <Row push>
      <span>
        <Go to={`/places/components/${encodeURIComponent(code)}`}>{thing ? titleOf(thing) : code}</Go>{' '}
        <Soft>{thing ? [code, thing.owner, thing.place].filter(Boolean).join(' · ') : ''}</Soft>
      </span>
      <Button busy={busy} onPress={() => onFree(null)}>
        {t(words.free)}
      </Button>
    </Row>
  )
}

type FoundProps = { sensor: SensorView; text: string; busy: boolean; onChoose(code: string): void }

/** What the words find; without any, what stands round the sensor. */
function Found({ sensor: { lat, long, component }, text, busy, onChoose }: FoundProps) {
  const { t } = useTongue()
  const isPlaced = lat !== null && long !== null
  const url =
    text === ''
      ? withQuery(`${COMPONENTS}/near`, { lat: String(lat), lng: String(long), metres: NEAR_METRES })
      : withQuery(COMPONENTS, { q: text, limit: MOST })
  const read = useRead<{ rows: readonly Thing[] }>(url, { when: text !== '' || isPlaced, keepLast: true })
  if (text === '' && !isPlaced) return <Soft>{t(words.noPlace)}</Soft>
  return (
    <Loaded
      read={read}
      empty={{
        when: ({ rows }) => rows.length === 0,
        show: <Soft>{t(text === '' ? words.nothingNear(NEAR_METRES) : words.nothing)}</Soft>,
      }}
    >
      {({ rows }) => (
        <Items label={t(text === '' ? words.near : words.found)}>
          {rows.slice(0, MOST).map((thing) => (
            <Item key={thing.code} title={titleOf(thing)}>
              <Row push>
                <Soft>
                  {[
                    thing.code,
                    thing.owner,
                    thing.metres === undefined ? thing.place : t(words.away(Math.round(thing.metres))),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Soft>
                <Button
                  busy={busy}
                  blocked={thing.code === component ? t(words.isBound) : undefined}
                  name={`${t(words.bind)} ${titleOf(thing)} ${thing.code}`}
                  onPress={() => onChoose(thing.code)}
                >
                  {t(words.bind)}
                </Button>
              </Row>
            </Item>
          ))}
        </Items>
      )}
    </Loaded>
  )
}
