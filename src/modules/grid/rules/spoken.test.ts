import { describe } from 'vitest'
import { isDrawn, isInTheGlossary, isListed } from '../../../kernel/cases/rules/table-papers.spec.ts'
import { speaksInFull } from '../../../kernel/cases/rules/table-words.spec.ts'
import { caseRefusals } from '../../../kernel/cases/words.ts'
import { gridPromises } from '../seed/promises.ts'
import { gridRefusals } from '../words.ts'
import { gridProcedure as procedure } from './grid-event.ts'
import { spoken } from './spoken.ts'

const event = { procedure, words: spoken.grid }

describe('a grid case', () => speaksInFull(procedure, spoken.grid, Object.keys({ ...caseRefusals, ...gridRefusals })))
describe('the drawing of a grid case', () => isDrawn(event))
isListed({ ...event, file: 'src/modules/grid/README.md', mark: 'stages', promises: gridPromises })
isInTheGlossary([event])
