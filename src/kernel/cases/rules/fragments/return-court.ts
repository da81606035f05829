import { asked, longText, maybe, unitField } from '../../model/fields.ts'

/**
 * The court of returns (退单裁定): a unit may dispute that it is responsible, once. The main clock runs on.
 * Silence moves the dispute up; at the top it stays with the unit it was sent to (首接负责). A ruling is final.
 * Source: 北京市接诉即办工作条例 第十四条 (the first receiver leads), local hotline rules for the ladder.
 */
export const returnCourt = <const A extends string, const W extends string>(at: { assigned: A; working: W }) =>
  ({
    registers: { rulings: { limit: 1 }, court: { from: 1, upTo: 3 } },
    stages: {
      'return-court': {
        phase: 'routed',
        owner: { byLevel: 'court', roles: ['ruling-office', 'supervisor', 'outside-leader'] },
        clock: { promise: 'ruling', onEnd: ['rulingRises', 'rulingLapses'] },
      },
    },
    moves: {
      proposeReturn: {
        from: [at.assigned, at.working],
        to: 'return-court',
        by: ['handler'],
        event: 'ReturnProposed',
        asks: asked({ ground: longText(), suggestedUnit: maybe(unitField()) }),
        sealed: ['ground'],
        guards: [{ register: 'rulings', below: 1, refusal: 'ruling-is-final' }],
        effects: [{ set: 'court', to: 1 }, { handlers: 'join' }],
        states: { returned: true },
        stamps: { returnedBy: 'unit' },
        notices: [{ to: 'owner', template: 'return-at-your-desk' }],
      },
      keepWithUnit: {
        from: ['return-court'],
        to: at.assigned,
        by: ['ruling-office', 'supervisor', 'outside-leader'],
        level: 'court',
        event: 'ReturnRejected',
        asks: asked({ ground: longText() }),
        sealed: ['ground'],
        effects: [{ raise: 'rulings' }],
        notices: [{ to: 'unit', template: 'returned-ruled' }],
      },
      reassign: {
        from: ['return-court'],
        to: at.assigned,
        by: ['ruling-office', 'supervisor', 'outside-leader'],
        level: 'court',
        event: 'Reassigned',
        asks: asked({ unit: unitField(), ground: longText() }),
        sealed: ['ground'],
        effects: [{ raise: 'rulings' }],
        holds: 'field-unit',
        notices: [{ to: 'unit', template: 'returned-ruled' }],
      },
      rulingRises: {
        from: ['return-court'],
        to: 'return-court',
        by: ['clock'],
        event: 'RulingRose',
        nature: ['escalates'],
        guards: [{ register: 'court', below: 3, refusal: 'at-the-top' }],
        effects: [{ raise: 'court' }],
        notices: [{ to: 'owner', template: 'return-at-your-desk' }],
      },
      rulingLapses: {
        from: ['return-court'],
        to: at.assigned,
        by: ['clock'],
        event: 'ReturnLapsed',
        effects: [{ raise: 'rulings' }],
        notices: [{ to: 'unit', template: 'returned-ruled' }],
      },
    },
  }) as const
