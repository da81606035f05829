import type { ProcedureWords } from '../../../kernel/cases/words.ts'
import { assistWords, orderWords } from '../words.ts'
import type { AssistMove, AssistStage } from './assist.ts'
import type { OrderMove, OrderStage } from './order.ts'

/** The tables of this house with their words; a stage or move without words does not compile here. */
export const spoken = { orders: orderWords, assist: assistWords } satisfies {
  orders: ProcedureWords<OrderStage, OrderMove>
  assist: ProcedureWords<AssistStage, AssistMove>
}

/** The words of a procedure of this house. */
export const wordsOf = (procedure: string): ProcedureWords => (procedure === 'assist' ? assistWords : orderWords)
