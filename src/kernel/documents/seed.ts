import type { Db } from '../../platform/db/db.ts'
import type { Instant } from '../../platform/time.ts'
import { documentKinds } from './model.ts'
import { addSetting } from './store/settings.ts'

/** A rule of the invented district (△): a real one is written by whoever the city belongs to. */
const basis = '《云溪区接诉即办工作规程》（演示文本）。'
const remedy =
  '您对本文书有异议的，可以通过原渠道提出；依法应当通过行政复议、行政诉讼、仲裁等途径解决的，请在法定期限内提出。'

const letters: Readonly<Record<string, string>> = {
  unit_rexian: '云热线',
  unit_zhujian: '云住建',
  unit_chengguan: '云城管',
  unit_shichang: '云市监',
  unit_minzheng: '云民',
  unit_renshe: '云人社',
  unit_shuiwu: '云水',
}

/** Basis, remedy and letters of the invented district; what stands already is left alone, so it may run twice. */
export async function plantDocumentSettings(db: Db, district: string, at: Instant): Promise<void> {
  const first = { version: 1, changedAt: at, changedBy: 'seed' }
  for (const kind of documentKinds)
    await addSetting(db, district, { ...first, key: `law/order/${kind}`, body: { basis, remedy } })
  for (const [unit, text] of Object.entries(letters))
    await addSetting(db, district, { ...first, key: `word/${unit}`, body: { text } })
}
