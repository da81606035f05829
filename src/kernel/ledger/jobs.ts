import type { Crypto } from '../../platform/crypto/crypto.ts'
import type { Db } from '../../platform/db/db.ts'
import { settledBefore } from '../../platform/db/settled.ts'
import type { Job } from '../../platform/jobs/model.ts'
import { HOUR, MINUTE } from '../../platform/time.ts'
import { closeInterval } from './handle/anchors.ts'
import { closable } from './rules/anchors.ts'
import { districts } from './store/scan.ts'

/**
 * Anchors every finished hour of every district. The hours are those of the database, not of the city's clock:
 * a replay lives months in a minute, and an anchor speaks of when things were recorded.
 * Early, late or twice does no harm: a closed interval is not closed again.
 */
export const anchorJob = ({ db, crypto }: { readonly db: Db; readonly crypto: Crypto }): Job => ({
  name: 'ledger.anchor',
  every: 10 * MINUTE,
  async run() {
    const settled = await settledBefore(db)
    for (const district of await districts(db))
      await closeInterval(db, { district, crypto, until: closable(settled, HOUR), settled })
  },
})
