import { asked, longText } from '../../model/fields.ts'

/**
 * What another system says of the case (其他系统的记录): a sensor that has recovered, a state in another city's system.
 * It is written down and its owner is told; it decides nothing, works nothing, and no clock hears of it.
 */
export const notes = <const S extends string>(open: readonly S[]) =>
  ({
    moves: {
      note: {
        from: open,
        to: 'stay',
        by: ['system'],
        event: 'Noted',
        asks: asked({ text: longText() }),
        sealed: ['text'],
        notices: [{ to: 'owner', template: 'noted' }],
      },
    },
  }) as const
