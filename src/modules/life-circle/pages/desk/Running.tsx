import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Soft } from '../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { RunView } from '../../model/run.ts'
import { networkWords as words } from '../words/network.ts'

const EVERY = 600

/** A name for long work, fit for an address. */
export const freshRun = (): string => crypto.randomUUID().replaceAll('-', '')

/** How far one's own long work is, with the way to call it off. Shown while the answer is waited for. */
export function Running({ id }: { id: string }) {
  const { t, count } = useTongue()
  const read = useRead<{ rows: RunView[] }>('/api/life-circle/runs', { every: EVERY })
  const stop = useAct(`/api/life-circle/runs/${id}/call-off`)
  const run = read.data?.rows.find((one) => one.id === id)
  const share = run?.what === 'import' ? run.told : undefined
  const said =
    run === undefined
      ? t(words.sending)
      : run.what === 'siting'
        ? t(words.tried(count(run.told)))
        : t(words.share(Math.round(run.told * 100)))
  return (
    <Row>
      <progress value={share} max={1} aria-label={t(words.progress)} />
      <Soft>
        <span role="status">{run?.stopping ? t(words.stopping) : said}</span>
      </Soft>
      <Button busy={stop.busy} blocked={run ? undefined : t(words.sending)} onPress={() => stop.act({})}>
        {t(words.callOff)}
      </Button>
    </Row>
  )
}
