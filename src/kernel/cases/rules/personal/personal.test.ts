import { expect, test } from 'vitest'
import { isIdentity, keepsLuhn } from './checks.ts'
import { findPersonal } from './find.ts'
import { maskPersonal, withoutPersonal } from './mask.ts'

/** Invented, but each keeps the check of its kind. */
const identity = '110101199003070636'
const card = '6222021234567890128'

const seen = (text: string) => findPersonal(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

test('the invented numbers of this test keep their checks, and a changed digit breaks them', () => {
  expect(isIdentity(identity)).toBe(true)
  expect(isIdentity('110101199003070637')).toBe(false)
  expect(keepsLuhn(card)).toBe(true)
  expect(keepsLuhn('6222021234567890129')).toBe(false)
})

test.each([
  [
    `我叫李芳，身份证${identity}，请回电13900000001。`,
    [
      ['identity', identity],
      ['mobile', '13900000001'],
    ],
  ],
  ['身份证号：349901199001011234', [['identity', '349901199001011234']]],
  ['老身份证 110101900307063 还能用吗', [['identity', '110101900307063']]],
  ['末位是字母：11010119900307002x', [['identity', '11010119900307002x']]],
  [
    '请打 139-0000-0001 或 +86 139 0000 0002',
    [
      ['mobile', '139-0000-0001'],
      ['mobile', '+86 139 0000 0002'],
    ],
  ],
  ['全角１３９０００００００１也算', [['mobile', '１３９０００００００１']]],
  [
    '座机0731-85551234，区号加括号(0731)85551235',
    [
      ['landline', '0731-85551234'],
      ['landline', '(0731)85551235'],
    ],
  ],
  ['物业电话：85551234转801', [['landline', '85551234']]],
  [`退到卡号${card}，不是另一张`, [['bank-card', card]]],
  ['卡号6222 0212 3456 7890 128', [['bank-card', '6222 0212 3456 7890 128']]],
  [
    '车牌湘A12345堵门，还有浙B·D12345和京AF0236',
    [
      ['plate', '湘A12345'],
      ['plate', '浙B·D12345'],
      ['plate', '京AF0236'],
    ],
  ],
  ['写信到 li.fang+home@example.com.cn 即可', [['email', 'li.fang+home@example.com.cn']]],
] as const)('in %s', (text, found) => expect(seen(text)).toEqual(found))

test.each([
  '工单号13912345678已办结',
  '案号20260302000501，文号（2019）第123号',
  '2019-03-07 20:19 到 2019年12月31日，共 1390000 元',
  '单价13900.00元，总价 139000000012 元',
  '小区电话亭旁边 85551234 户', // no word says that this is a telephone
  '统一社会信用代码91310000MA1K35X12Y',
  '请打12345，急事打110、120',
  '订单编号6222021234567890128',
  '身份证复印件要交几份',
  '京B2座1单元，湘A座大厦，A3区桐梓坡路',
  '经纬度112.93881390000, 28.22778',
  '批号 310000000000000000',
  '号码6222021234567890129的尾数不对',
  'a@b、@某人、2@1',
  '',
  '😀😀😀',
])('%j gives nobody away', (text) => expect(findPersonal(text)).toEqual([]))

test('what is shown keeps enough to be known again, and not enough to be used', () => {
  const text = `${identity} 139-0000-0001 0731-85551234 ${card} 湘A12345 li.fang@example.com`
  expect(maskPersonal(text)).toBe(
    '110**************6 139-****-0001 ****-****1234 ***************0128 湘A***45 l***@example.com',
  )
})

test('what is learnt from keeps nothing, and the rest of the text stays as it was', () => {
  expect(withoutPersonal(`路灯坏了，电话13900000001，谢谢。`)).toBe('路灯坏了，电话 ，谢谢。')
  expect(maskPersonal('没有任何号码。')).toBe('没有任何号码。')
})

test('masking what is masked changes nothing more', () => {
  const once = maskPersonal(`${identity}，${card}，13900000001，湘A12345，li@example.com`)
  expect(maskPersonal(once)).toBe(once)
})

test('a text of 100 kB is read through in a moment', () => {
  const began = performance.now()
  findPersonal('1390000000 6222 0212 3456 '.repeat(4_000))
  findPersonal('a.'.repeat(50_000))
  findPersonal('0'.repeat(100_000))
  expect(performance.now() - began).toBeLessThan(1_000)
})
