import type { TellPublicly } from '../modules/exchange/model/public.ts'
import { answerTold, residentTimeline } from '../modules/orders/rules/present-resident.ts'

const nothing = { kind: 'gone', url: '', thumbUrl: '', width: null, height: null } as const

/** What everybody may hear of a case: what its applicant is told, less his own words and pictures. */
export const tellPublicly: TellPublicly = (showing, opened) => {
  const parts = { ...showing, photo: (hash: string) => ({ hash, ...nothing }) }
  const events = new Map(opened.map(({ event }) => [event.seq, event.type]))
  return {
    answer: answerTold(parts, opened)?.text ?? null,
    steps: residentTimeline(parts, opened).map(({ seq, at, sentence }) => ({
      at: at as (typeof opened)[number]['event']['at'],
      event: events.get(seq) ?? '',
      sentence,
    })),
  }
}
