import { answerStep } from '../modules/life-circle/rules/steps.ts'
import { answerAside } from '../platform/process/aside.ts'

/** The thread that reads maps and looks for sites, so that the city answers meanwhile. */
answerAside(answerStep)
