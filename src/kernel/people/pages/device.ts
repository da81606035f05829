import type { Said } from '../../../platform/words.ts'
import { deviceWords } from './words.ts'

const browsers: readonly [RegExp, Said][] = [
  [/MicroMessenger/, deviceWords.wechat],
  [/DingTalk/, deviceWords.dingtalk],
  [/AlipayClient/, deviceWords.alipay],
  [/HarmonyOS|HuaweiBrowser/, deviceWords.huawei],
  [/MiuiBrowser/, deviceWords.xiaomi],
  [/QQBrowser|MQQBrowser/, deviceWords.qq],
  [/UCBrowser/, deviceWords.uc],
  [/Edg\//, deviceWords.edge],
  [/Firefox\//, deviceWords.firefox],
  [/Chrome\//, deviceWords.chrome],
  [/Safari\//, deviceWords.safari],
]

const machines: readonly [RegExp, Said][] = [
  [/iPhone/, deviceWords.iphone],
  [/iPad/, deviceWords.ipad],
  [/OpenHarmony|HarmonyOS/, deviceWords.harmony],
  [/Android/, deviceWords.android],
  [/Windows/, deviceWords.windows],
  [/Macintosh/, deviceWords.mac],
  [/Linux/, deviceWords.linux],
]

/** What somebody calls his device, out of what its browser says of itself; null when it says nothing we know. */
export function deviceOf(agent: string): readonly Said[] | null {
  const known = [machines, browsers].flatMap((names) => names.find(([sign]) => sign.test(agent))?.[1] ?? [])
  return known.length === 0 ? null : known
}
