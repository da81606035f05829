import type { LostKind } from '../../../../kernel/cases/model/nothing-lost.ts'
import { localTime } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { lostAddress, useBoard } from '../reads.ts'
import '../behind.css'
import { lostShort, screenPageWords as words } from '../words.ts'

const isKind = (kind: string): kind is LostKind => Object.hasOwn(lostShort, kind)

/** The ways in which a case could be lost; each has the target 0 (design 2.2). */
export function Audit() {
  const { t, count } = useTongue()
  return (
    <Loaded read={useBoard()}>
      {({ lost, lostAsOf }) => {
        const sum = lost.reduce((all, figure) => all + figure.count, 0)
        return (
          <div className="audit">
            <div className="audit-sum" data-tone={sum === 0 ? 'good' : 'bad'}>
              <strong>{count(sum)}</strong>
              <span>{t(words.target)}</span>
              <span>
                {t(words.audited)} {localTime(lostAsOf as Instant)}
              </span>
              <Light
                colour={sum === 0 ? 'green' : 'red'}
                label={t(sum === 0 ? words.clean : words.lost)}
                look="plain"
              />
            </div>
            <ul className="audit-kinds">
              {lost.map(({ kind, title, count: n }) => (
                <li key={kind}>
                  <Go to={lostAddress(kind)} tone={n === 0 ? 'good' : 'bad'}>
                    <span>{t(isKind(kind) ? lostShort[kind] : title)}</span>
                    <strong>{count(n)}</strong>
                  </Go>
                </li>
              ))}
            </ul>
          </div>
        )
      }}
    </Loaded>
  )
}
