/** Who may look at circles, gaps and ledgers. */
export const READ_RIGHT = 'life-circle.read'
/** Who keeps the ledgers of facilities and spots. */
export const KEEP_RIGHT = 'life-circle.keep'
/** Who changes profiles and networks, and with them every figure. */
export const SET_RIGHT = 'life-circle.set'
/** Who plans: saves what-ifs and makes a gap a task. */
export const PLAN_RIGHT = 'life-circle.plan'
