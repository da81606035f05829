/**
 * Which parts of the invented town's own catalogue each class of the shipped model speaks of, the widest first. The two
 * cut the world differently (the model's 城乡建设 knows buses, its 商贸旅游 lifts), so a part may stand under several
 * classes. A class also speaks of the category that bears its name: a model trained on a city's own catalogue needs no line.
 */
export const seedThemes: Readonly<Record<string, readonly string[]>> = {
  城乡建设: [
    '住房与小区',
    '道路与设施',
    '市容环卫',
    '绿地与水岸',
    '水电气热',
    '出行与停车/公交线路',
    '出行与停车/停车管理',
    '安全与秩序/施工安全',
    '安全与秩序/消防通道',
    '安全与秩序/险情隐患',
  ],
  环境保护: ['环境保护', '绿地与水岸/河道水面'],
  交通运输: ['出行与停车', '道路与设施/路面与井盖', '道路与设施/桥梁通道'],
  教育文体: ['教育'],
  劳动和社会保障: ['就业与劳动', '医疗与养老/医保报销'],
  商贸旅游: ['消费与市场', '住房与小区/电梯运行'],
  卫生计生: ['医疗与养老', '消费与市场/食品安全'],
}
