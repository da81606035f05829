import { asked, staffField, unitField } from '../../model/fields.ts'

type Stages = { readonly assigned: string; readonly working: string; readonly open: readonly string[] }

/** What a unit does with work that was entrusted to it: it signs, or counts as having signed, and somebody holds it. */
export const entrusted = <const A extends Stages>({ assigned, working, open }: A) => {
  const [from, to] = [assigned as A['assigned'], working as A['working']]
  const held = open as A['open'][number][]
  return {
    moves: {
      sign: {
        from: [from],
        to,
        by: ['handler'],
        event: 'Signed',
        effects: [{ handlers: 'join' }],
        holds: 'actor',
      },
      signBySilence: {
        from: [from],
        to,
        by: ['clock'],
        event: 'SignedBySilence',
        states: { unsigned: true },
        notices: [{ to: 'owner', template: 'sign-overdue' }],
      },
      assignPerson: {
        from: [from, to],
        to: 'stay',
        by: ['section-head', 'handler'],
        event: 'PersonAssigned',
        asks: asked({ person: staffField() }),
        holds: 'field-person',
        notices: [{ to: 'holder', template: 'handed-over' }],
      },
      handOver: {
        from: held,
        to: 'stay',
        by: ['administrator'],
        event: 'HandedOver',
        asks: asked({ person: staffField() }),
        holds: 'field-person',
        notices: [{ to: 'holder', template: 'handed-over' }],
      },
      succeedUnit: {
        from: held,
        to: 'stay',
        by: ['administrator'],
        event: 'UnitSucceeded',
        asks: asked({ unit: unitField() }),
        holds: 'field-unit',
        notices: [{ to: 'unit', template: 'handed-over' }],
      },
    },
  } as const
}
