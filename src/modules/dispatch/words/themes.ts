/**
 * Which themes of the invented town's own catalogue each class of the shipped model speaks of, the widest first.
 * A class also speaks of whatever category bears its name, so a model trained on a city's own catalogue needs no line.
 */
export const seedThemes: Readonly<Record<string, readonly string[]>> = {
  城乡建设: ['住房与小区', '道路与设施', '市容环卫', '绿地与水岸', '水电气热'],
  环境保护: ['环境保护'],
  交通运输: ['出行与停车'],
  教育文体: ['教育'],
  劳动和社会保障: ['就业与劳动'],
  商贸旅游: ['消费与市场'],
  卫生计生: ['医疗与养老'],
}
