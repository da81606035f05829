import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf, houseAtStart, plainAddress, waysToWrite } from './address-text.ts'

test.each([
  ['石桥小区５栋二单元３０１', '石桥小区5栋2单元301室'],
  ['石桥小区 5号楼 2门 301室', '石桥小区5栋2单元301室'],
  ['石桥小区5幢2单元301', '石桥小区5栋2单元301室'],
  ['石桥小区5#2单元301户', '石桥小区5栋2单元301室'],
  ['石桥小区5-2-301', '石桥小区5栋2单元301室'],
  ['石桥小区十二栋', '石桥小区12栋'],
  ['石桥小区二十座', '石桥小区20栋'],
  ['石桥路一百弄', '石桥路一百弄'],
  ['石桥路88弄12号', '石桥路88弄12号'],
  ['石桥路（北段），三号', '石桥路北段3号'],
  ['Ａ座三〇二室', 'a栋302室'],
  ['三里街', '三里街'],
  ['十里铺社区', '十里铺社区'],
])('%s is %s', (written, plain) => {
  expect(plainAddress(written)).toBe(plain)
})

test.each([
  ['５号楼2单元的灯', '5栋'],
  ['十二幢楼下', '12栋'],
  ['88弄12号', '88弄'],
  ['门口第5栋', null],
  ['2026年以来', null],
  ['', null],
])('a text that begins with %s names the house %s', (text, house) => {
  expect(houseAtStart(text)).toBe(house)
})

test('a text made plain comes to rest, whatever was written', () => {
  const piece = fc.constantFrom(
    '石桥路',
    '5',
    '二',
    '号',
    '栋',
    '单元',
    '室',
    '-',
    '#',
    '弄',
    'Ａ',
    ' ',
    '十',
    '门',
    '楼',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = plainAddress(pieces.join(''))
      expect(plainAddress(plainAddress(once))).toBe(plainAddress(once))
    }),
  )
})

test('whoever types a part of an address has typed only pairs of letters that it holds', () => {
  const chain = [
    { name: '石桥小区', aliases: ['老石桥'] },
    { name: '5号楼', aliases: [] },
  ]
  expect(waysToWrite(chain)).toEqual(['石桥小区5栋', '老石桥5栋'])
  const search = waysToWrite(chain).join('|')
  fc.assert(
    fc.property(fc.nat(8), fc.nat(8), (from, length) => {
      const part = '石桥小区5栋'.slice(from, from + length)
      if (part.length > 1) for (const gram of gramsOf(part)) expect(gramsOf(search)).toContain(gram)
    }),
  )
  expect(gramsOf('石桥|老')).toEqual(['石桥'])
})
