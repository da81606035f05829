import type { Posting } from '../../../../../ui/outbox/model.ts'
import type { OrderBody } from '../../../model/views.ts'
import { addresses } from '../addresses.ts'
import type { Filed } from '../shapes.ts'
import type { Draft } from './draft.ts'

type Written = { readonly key: string; readonly body: OrderBody; readonly writer: string; readonly draft: Draft }

/** A message as it waits for a line: the same request that the page would have made, under the same key. */
export const postingOf = ({ key, body, writer, draft }: Written): Posting => ({
  id: key,
  owner: writer,
  label: body.title,
  at: new Date().toISOString(), // the machine of the writer says when he wrote
  url: addresses.file,
  headers: writer === '' ? {} : { 'x-writer': writer },
  body,
  files: [],
  draft,
  state: 'waiting',
  mayHaveArrived: false,
  answer: null,
  why: null,
})

/** What the server answered to a message that had waited. */
export const filedOf = ({ state, answer }: Posting): Filed | null =>
  state === 'arrived' && typeof answer === 'object' && answer !== null && 'number' in answer ? (answer as Filed) : null

/** Whether one may see it: one's own, or a visitor's on this device. */
export const isFor = (posting: Posting, me: string | null): boolean => posting.owner === '' || posting.owner === me
