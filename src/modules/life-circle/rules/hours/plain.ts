/** Hours as people write them in Chinese or English, put into the words of OpenStreetMap as far as both mean the same. */

const days: readonly (readonly [RegExp, string])[] = [
  [/(?:周|星期|礼拜)一/g, ' mo '],
  [/(?:周|星期|礼拜)二/g, ' tu '],
  [/(?:周|星期|礼拜)三/g, ' we '],
  [/(?:周|星期|礼拜)四/g, ' th '],
  [/(?:周|星期|礼拜)五/g, ' fr '],
  [/(?:周|星期|礼拜)六/g, ' sa '],
  [/(?:周|星期|礼拜)[日天]/g, ' su '],
  [/周末|双休日/g, ' sa,su '],
  [/工作日/g, ' wd '],
  [/(?:法定)?节假日|公休日/g, ' ph '],
  [/每天|每日|全年|天天/g, ' mo-su '],
  [/\b(mo|tu|we|th|fr|sa|su)(?:n|nday|esday|ursday|iday|turday|e|es|d|dnesday|u|ur|urs|r|i|t)\b/g, '$1'],
]

const words: readonly (readonly [RegExp, string])[] = [
  [/全天(?:开放|营业)?|(?:24|二十四)小时(?:开放|营业)?/g, ' 00:00-24:00 '],
  [/不开放|不营业|休息|闭馆|闭园|关门|关闭|停业/g, ' off '],
  [/开放时间|营业时间|服务时间|开放|营业/g, ' '],
]

const signs: readonly (readonly [RegExp, string])[] = [
  [/：/g, ':'],
  [/[，、]/g, ','],
  [/[；。]/g, ';'],
  [/[（(]([^）)]*)[）)]/g, ';$1;'],
  [/\s*(?:[–—－~～至到]|--)\s*/g, '-'],
]

const clock: readonly (readonly [RegExp, string])[] = [
  [/(\d{1,2})[点时]半/g, '$1:30'],
  [/(\d{1,2})[点时](\d{1,2})分?/g, '$1:$2'],
  [/(\d{1,2})[点时]/g, '$1:00'],
  [/(\d{1,2})月(\d{1,2})[日号]/g, ' m$1 $2 '],
  [/(\d{1,2})月/g, ' m$1 '],
]

const later = (hours: string): string => String(Number(hours) < 12 ? Number(hours) + 12 : Number(hours))

/** 下午2:00-5:00 is 14:00-17:00; 上午 says nothing that the hour does not. 凌晨 stands for the hour itself. */
function withHalves(text: string): string {
  return text
    .replace(/(?:下午|晚上|晚)\s*(\d{1,2}):(\d\d)-(?:下午|晚上|晚)?\s*(\d{1,2}):(\d\d)/g, (_, h1, m1, h2, m2) =>
      Number(later(h1)) < Number(later(h2)) || h1 === h2
        ? `${later(h1)}:${m1}-${later(h2)}:${m2}`
        : `${later(h1)}:${m1}-${h2}:${m2}`,
    )
    .replace(/(?:下午|晚上|晚)\s*(\d{1,2}):(\d\d)/g, (_, hours, minutes) => `${later(hours)}:${minutes}`)
    .replace(/(?:上午|早上|早|中午|凌晨|次日|第二天)\s*(\d{1,2}:\d\d)/g, '$1')
}

const applied = (text: string, lines: readonly (readonly [RegExp, string])[]): string =>
  lines.reduce((so, [from, to]) => so.replace(from, to), text)

/** The text in small letters and plain signs; what has no plain form stays, so that whoever reads it stumbles. */
export function plainHours(text: string): string {
  const half = text.normalize('NFKC').toLowerCase()
  const plain = applied(applied(withHalves(applied(applied(half, signs), clock)), words), days)
  // A comma before another day begins a rule of its own in Chinese, where OpenStreetMap adds to the one before.
  return /\p{Script=Han}/u.test(text) ? plain.replace(/(\d|off)\s*,\s*(?=[a-z])/g, '$1;') : plain
}
