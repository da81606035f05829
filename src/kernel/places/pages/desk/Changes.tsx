import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Facts, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Layer } from '../../model/layers.ts'
import { PLACES } from './reads.ts'
import { placesWords as words } from './words/places.ts'

const kinds = ['added', 'removed', 'moved', 'renamed'] as const
type Changed = { readonly against: number | null; readonly counts: Readonly<Record<(typeof kinds)[number], number>> }
type Key = { layer: Layer; version: number }

/** What an edition changes against the one before it. */
export function Changes({ layer, version }: Key) {
  const { t } = useTongue()
  const read = useRead<Changed>(`/api/places/layers/${layer}/versions/${version}/changes?limit=1`, { topics: [PLACES] })
  return (
    <Loaded read={read}>
      {({ against, counts }) =>
        against === null ? null : (
          <Facts facts={kinds.map((kind) => ({ label: t(words[kind]), value: counts[kind] }))} />
        )
      }
    </Loaded>
  )
}

/** A draft: from which day on it shall hold, or away with it. */
export function Publishing({ layer, version, today }: Key & { today: string }) {
  const { t } = useTongue()
  const say = useToast()
  const [asked, ask] = useState(false)
  const [from, setFrom] = useState(today)
  const url = `/api/places/layers/${layer}/versions/${version}`
  const publish = useAct<{ from: string }>(`${url}/publish`, {
    changes: [PLACES],
    onDone: () => {
      ask(false)
      say(t(words.published))
    },
  })
  const discard = useAct<object>(`${url}/discard`, { changes: [PLACES], onDone: () => say(t(words.discarded)) })
  return (
    <Stack>
      <Row>
        <Button kind="primary" onPress={() => ask(true)}>
          {t(words.publish)}
        </Button>
        <Button busy={discard.busy} onPress={() => discard.act({})}>
          {t(words.discard)}
        </Button>
      </Row>
      <ProblemNotice problem={discard.problem} />
      <Confirm
        open={asked}
        title={t(words.publish)}
        act={t(words.publish)}
        busy={publish.busy}
        problem={publish.problem}
        onAct={() => publish.act({ from })}
        onClose={() => ask(false)}
      >
        <Stack>
          <Changes layer={layer} version={version} />
          <TextField label={t(words.from)} hint={t(words.publishLead)} type="date" value={from} onChange={setFrom} />
        </Stack>
      </Confirm>
    </Stack>
  )
}
