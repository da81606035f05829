import type { Instant } from '../../platform/time.ts'

type Props = {
  at: Instant
  /** As people read it, in the zone of the city. */
  text: string
  /** Shown on hover, when `text` is short or relative. */
  full?: string | undefined
}

/** An instant for people and machines at once. */
export const ReadableTime = ({ at, text, full }: Props) => (
  <time dateTime={at} title={full}>
    {text}
  </time>
)
