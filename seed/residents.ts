import { phoneOf } from '../src/kernel/people/rules/phone.ts'

/** The people of the invented town, by the key under which stories name them. None of them lives anywhere. */
const names = {
  lifang: '李芳',
  wangjianguo: '王建国',
  daniel: 'Daniel Carter',
  zhangguilan: '张桂兰',
  liuyang: '刘洋',
  chenjing: '陈静',
  yangdehai: '杨德海',
  zhaomin: '赵敏',
  huangzhiwei: '黄志伟',
  zhouxiuying: '周秀英',
  wuhao: '吴昊',
  xufengming: '徐凤鸣',
  sunlili: '孙丽丽',
  mazhiguo: '马治国',
  zhuyuting: '朱雨婷',
  hubin: '胡斌',
  guoaihua: '郭爱华',
  helin: '何琳',
  gaoyuan: '高远',
  linxiaomei: '林小梅',
  luoyongqiang: '罗永强',
  zhengshufen: '郑淑芬',
  liangbo: '梁博',
  xieting: '谢婷',
  songdayou: '宋大有',
  tangrui: '唐蕊',
  hanlaoshi: '韩守业',
  fengjie: '冯洁',
  dongping: '董平',
  xiaoyuhan: '萧雨涵',
  chengang: '程刚',
  caomeiling: '曹美玲',
  yuanfei: '袁飞',
  dengcuihua: '邓翠花',
  fuqiang: '傅强',
  shenmo: '沈默',
  zengli: '曾莉',
  pengxiaojun: '彭晓军',
  lvxiuzhen: '吕秀珍',
  sukai: '苏凯',
  lumengqi: '卢梦琪',
  jianglin: '蒋霖',
  caiwenya: '蔡文雅',
  jiayong: '贾勇',
  dingxiang: '丁香',
  weidongsheng: '魏东升',
  xuena: '薛娜',
  yeqing: '叶青',
  yanlaoda: '阎福来',
  yuxiaohui: '余晓慧',
  panting: '潘婷婷',
  duhaibo: '杜海波',
  daiming: '戴明',
  xiahe: '夏荷',
  zhonglei: '钟磊',
  wangxinyi: '汪心怡',
  tianguizhi: '田桂芝',
  renjie: '任杰',
  jiangtao: '姜涛',
  fanyulan: '范玉兰',
  fangziming: '方子鸣',
  shiqiang: '石强',
} as const satisfies Record<string, string>

export type ResidentKey = keyof typeof names
export type Resident = { readonly key: ResidentKey; readonly name: string; readonly phone: string }

/** Telephones of a look that nobody is given: 139 0000 and the number of the line. */
export const residents: readonly Resident[] = (Object.keys(names) as ResidentKey[]).map((key, at) => {
  const phone = phoneOf(`139${String(at + 1).padStart(8, '0')}`)
  if (phone === null) throw new Error(`${key} has no telephone`)
  return { key, name: names[key], phone }
})

/** Whom to be when trying the town out as a resident; each has written more than once. */
export const guests: readonly Resident[] = residents.slice(0, 3)
