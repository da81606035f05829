import { Go } from '../../../../ui/parts/Go.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { ladderWords } from '../words.ts'

type LadderKey = keyof typeof ladderWords
const isRung = (key: string): key is LadderKey => Object.hasOwn(ladderWords, key)

/** How many proposed noes wait on each level just now; every level stands higher than the one before. */
export function Ladder() {
  const { t, count } = useTongue()
  const { figureAddress } = useAddresses()
  return (
    <Loaded read={useBoard()}>
      {({ ladder }) => (
        <ol className="ladder">
          {ladder.map(({ key, title, numerator }) => (
            <li key={key}>
              <Go className="rung" to={figureAddress(key)} tone={numerator > 0 ? 'some' : 'none'}>
                <strong>{count(numerator)}</strong>
                <span>{t(isRung(key) ? ladderWords[key] : title)}</span>
              </Go>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}
