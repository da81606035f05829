import { useRead } from '../../../ui/api/reads.ts'
import { Light } from '../../../ui/parts/Light.tsx'
import { Row } from '../../../ui/parts/layout.tsx'
import { Loaded } from '../../../ui/parts/states.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { screenWords as words } from '../words.ts'

type Ready = { ok: boolean; parts: Readonly<Record<string, boolean>> }

/** Whether the server and what it stands on are ready. */
export function Platform() {
  const { t } = useTongue()
  const ready = useRead<Ready>('/ready', { every: 15_000 })
  return (
    <Loaded read={ready}>
      {({ parts }) => (
        <Row>
          {Object.entries(parts).map(([name, ok]) => (
            <Light
              key={name}
              colour={ok ? 'green' : 'red'}
              label={`${name === 'database' ? t(words.database) : name} ${t(ok ? words.ready : words.notReady)}`}
            />
          ))}
        </Row>
      )}
    </Loaded>
  )
}
