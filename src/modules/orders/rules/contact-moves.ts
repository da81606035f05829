import { asked, evidenceField, longText, maybe, oneOf } from '../../../kernel/cases/model/fields.ts'

/** First contact (先行联系) and what is done on the way; a missed contact is a fact, not a fault of the clock. */
export const contactMoves = {
  contact: {
    from: ['handling', 'rectifying'],
    to: 'stay',
    by: ['handler'],
    event: 'Contacted',
    asks: asked({ how: oneOf('phone', 'visit', 'message'), reached: oneOf('yes', 'no'), said: longText() }),
    sealed: ['said'],
    effects: [{ stop: 'contact' }, { handlers: 'join' }],
    states: { contacted: true },
  },
  contactMissed: {
    from: [
      'handling',
      'rectifying',
      'extension-review',
      'hold-review',
      'on-hold',
      'refusal-ladder',
      'reply-review',
      'supplement',
      'return-court',
      'verifying',
      'answered',
      'closed',
      'reopen-review',
      'rectify-check',
      'assigned',
    ],
    to: 'stay',
    by: ['clock'],
    event: 'ContactMissed',
    effects: [{ stop: 'contact' }],
    states: { contactMissed: true },
    notices: [{ to: 'holder', template: 'contact-overdue' }],
  },
  report: {
    from: ['handling', 'on-hold', 'rectifying'],
    to: 'stay',
    by: ['handler'],
    event: 'Reported',
    asks: asked({ text: longText(), evidence: maybe(evidenceField()) }),
    sealed: ['text'],
    effects: [{ handlers: 'join' }],
  },
} as const
