import { asked, caseField, longText, unitField } from '../../model/fields.ts'

/** Joint handling (主办、协办): each helper unit gets a child case with its own owner, clock and ledger (design 2.3). */
export const joint = <const W extends string, const O extends string>(at: {
  working: readonly W[]
  open: readonly O[]
}) =>
  ({
    moves: {
      openChild: {
        from: at.working,
        to: 'stay',
        by: ['handler'],
        event: 'ChildOpened',
        asks: asked({ unit: unitField(), task: longText() }),
        sealed: ['task'],
        effects: [{ child: 'opens' }, { handlers: 'join' }],
      },
      childEnded: {
        from: at.open,
        to: 'stay',
        by: ['system'],
        event: 'ChildEnded',
        asks: asked({ child: caseField(), end: longText() }),
        guards: [{ children: 'some-open', refusal: 'no-child-open' }],
        effects: [{ child: 'ends' }],
        notices: [{ to: 'holder', template: 'child-ended' }],
      },
    },
  }) as const
