import { isInTheGlossary, isListed } from '../../../kernel/cases/rules/table-papers.spec.ts'
import { orderPromises } from '../../../kernel/matters/seed/promises.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

const file = 'src/modules/orders/README.md'
const order = { procedure: orderProcedure, words: wordsOf('orders') }
const assist = { procedure: assistProcedure, words: wordsOf('assist') }

isListed({ ...order, file, mark: 'stages', promises: orderPromises })
isListed({ ...assist, file, mark: 'assist' })
isInTheGlossary([order, assist])
