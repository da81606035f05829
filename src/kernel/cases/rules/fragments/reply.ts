import { asked, evidenceField, longText, oneOf } from '../../model/fields.ts'

const reply = { answer: longText(10), outcome: oneOf('solved', 'explained'), evidence: evidenceField() }

/**
 * Reply and review (答复、答复审核): what the handler wrote is read by somebody else before it is checked;
 * in an office where the head himself is the handler, by the leader above it.
 * 实际解决 and 解释说明 are different outcomes and never merged (domain.md 2.3).
 */
export const replyAndReview = <const W extends string, const V extends string>(at: { working: W; checked: V }) =>
  ({
    stages: {
      'reply-review': {
        phase: 'checking',
        owner: 'section-head',
        clock: { promise: 'reply-review', onEnd: ['stageOverdue'] },
      },
    },
    moves: {
      reply: {
        from: [at.working],
        to: 'reply-review',
        by: ['handler'],
        event: 'ReplyWritten',
        nature: ['works'],
        asks: asked(reply),
        sealed: ['answer'],
        keeps: ['outcome'],
        guards: [{ children: 'none-open', refusal: 'children-open' }],
        effects: [{ handlers: 'join' }],
        notices: [{ to: 'owner', template: 'review-at-your-desk' }],
      },
      replyDespiteChildren: {
        from: [at.working],
        to: 'reply-review',
        by: ['handler'],
        event: 'ReplyWritten',
        nature: ['works', 'cascades'],
        asks: asked({ ...reply, whyNow: longText() }),
        sealed: ['answer', 'whyNow'],
        keeps: ['outcome'],
        guards: [{ children: 'some-open', refusal: 'no-child-open' }],
        effects: [{ handlers: 'join' }, { child: 'recalled' }],
        notices: [{ to: 'owner', template: 'review-at-your-desk' }],
      },
      approveReply: {
        from: ['reply-review'],
        to: at.checked,
        by: ['section-head', 'leader-in-charge'],
        event: 'ReplyApproved',
        guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
        effects: [{ stop: 'main' }, { stop: 'contact' }],
        notices: [{ to: 'owner', template: 'verify-at-your-desk' }],
      },
      sendBack: {
        from: ['reply-review'],
        to: at.working,
        by: ['section-head', 'leader-in-charge'],
        event: 'ReplySentBack',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        notices: [{ to: 'holder', template: 'rework' }],
      },
    },
  }) as const
