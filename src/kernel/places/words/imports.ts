import { type Said, said } from '../../../platform/words.ts'
import type { ImportState } from '../model/imports.ts'
import type { Progress } from '../model/topology.ts'

export const stepWords = {
  reading: said('读取图形', 'reading areas'),
  areas: said('摆放边界', 'laying out borders'),
  borders: said('比对边界', 'comparing borders'),
  faces: said('查找空隙和重叠', 'looking for gaps and overlaps'),
  saving: said('保存', 'keeping it'),
} as const satisfies Record<Progress['step'], Said>

export const importStateWords = {
  waiting: said('等待检查', 'waiting'),
  running: said('检查中', 'being checked'),
  ready: said('检查通过，待发布', 'sound, to be published'),
  faulty: said('有问题', 'faulty'),
  unreadable: said('读不懂', 'unreadable'),
  cancelled: said('已停止', 'stopped'),
  published: said('已发布', 'published'),
  discarded: said('已作废', 'discarded'),
} as const satisfies Record<ImportState, Said>
