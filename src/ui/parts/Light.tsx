import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Light.css'

export type LightColour = 'green' | 'yellow' | 'red' | 'off'

/** Colour is never the only sign: circle, triangle, square on its corner, ring. */
const shapes: Record<LightColour, string> = {
  green: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  yellow: 'M8 1 15.5 14.5H.5z',
  red: 'M8 .3 15.7 8 8 15.7.3 8z',
  off: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 2.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
}

type Props = {
  colour: LightColour
  /** Words beside the lamp; without them the colour's own word is used. */
  label?: string | undefined
  /** `lamp` shows the shape alone and says the words to those who hear the page. */
  look?: 'tag' | 'plain' | 'lamp'
}

export function Light({ colour, label, look = 'tag' }: Props) {
  const { t } = useTongue()
  const words = label ?? t(uiWords[colour])
  return (
    <span className="light" data-colour={colour} data-look={look} title={look === 'lamp' ? words : undefined}>
      <svg className="light-shape" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false">
        <path d={shapes[colour]} />
      </svg>
      <span className={look === 'lamp' ? 'unseen' : undefined}>{words}</span>
    </span>
  )
}
