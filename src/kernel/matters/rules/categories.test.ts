import { expect, test } from 'vitest'
import type { Category } from '../model.ts'
import { categoriesFrom, categoryTree, treeProblems } from './categories.ts'

const three = { 市容: { 垃圾: ['清运', '分类'], 道路: ['保洁'] }, 交通: ['停车', '公交/地铁'] }

test('a tree of names is taken in at any depth, with the same ids every time', () => {
  const nodes = categoriesFrom(three)
  const tree = categoryTree(nodes)
  expect(tree.all.map(({ id }) => tree.pathOf(id)?.join('/'))).toEqual([
    '市容',
    '市容/垃圾',
    '市容/垃圾/清运',
    '市容/垃圾/分类',
    '市容/道路',
    '市容/道路/保洁',
    '交通',
    '交通/停车',
    '交通/公交／地铁',
  ])
  expect(categoriesFrom(three)).toEqual(nodes)
  expect(treeProblems(nodes)).toEqual([])
})

test('a tree laid beside one that stands grows into it where their paths meet', () => {
  const standing = categoriesFrom({ 市容: ['垃圾'] })
  const all = [...standing, ...categoriesFrom(three, standing)]
  expect(treeProblems(all)).toEqual([])
  expect(all).toHaveLength(9)
  expect(categoryTree(all).find(['市容', '垃圾'])?.id).toBe(standing[1]?.id)
  expect(categoriesFrom(three, all)).toEqual([])
})

test('what is no tree of names is refused', () => {
  expect(() => categoriesFrom('市容')).toThrow(TypeError)
  expect(() => categoriesFrom({ 市容: 3 })).toThrow(TypeError)
})

test('a category is found by its name, and by a name it had before', () => {
  const nodes = categoriesFrom(three).map((node) => (node.name.zh === '垃圾' ? { ...node, aliases: ['环卫'] } : node))
  const tree = categoryTree(nodes)
  expect(tree.find(['市容', '环卫', '清运'])?.name.zh).toBe('清运')
  expect(tree.find(['市容', '绿化'])).toBeNull()
  expect(tree.find([])).toBeNull()
})

const node = (id: string, parent: string | null, zh: string): Category => ({
  id: `category_${id}`,
  version: 1,
  parent: parent === null ? null : `category_${parent}`,
  name: { zh, en: zh },
  aliases: [],
  ordinal: 0,
  retired: false,
})

test('a circle, a stranger for a parent, two of one name: none of them is a tree', () => {
  const codes = (...nodes: Category[]) => treeProblems(nodes).map(({ id, code }) => `${id} ${code}`)
  expect(codes(node('a', 'b', '甲'), node('b', 'a', '乙'))).toEqual(['category_a circle', 'category_b circle'])
  expect(codes(node('a', 'z', '甲'))).toEqual(['category_a unknown-parent'])
  expect(codes(node('a', null, '甲'), node('b', null, '甲'))).toEqual(['category_b repeated-name'])
  expect(codes(node('a', null, '甲'), node('a', null, '乙'))).toEqual(['category_a repeated-id'])
  expect(codes(node('a', null, '甲/乙'))).toEqual(['category_a bad-name'])
})
