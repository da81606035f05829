import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashes } from '../../../platform/crypto/hash.ts'
import { growingTree, merkleProof, merkleRoot, verifyProof } from './merkle.ts'

const hash = hashes.sha256
const hex = (text: string) => Buffer.from(text, 'hex')

/** The eight leaves and roots of the certificate-transparency reference tests for RFC 6962. */
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  hex,
)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leavesOf = (count: number) => Array.from({ length: count }, (_, i) => hash(`event ${i}`))

test.each(roots.map((root, count) => [count, root] as const))('RFC 6962: the root of %i leaves', (count, root) => {
  expect(merkleRoot(known.slice(0, count), hash).toString('hex')).toBe(root)
})

describe('a proof', () => {
  test('is accepted for every leaf of every small tree, and for no other place, size, leaf or root', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = leavesOf(size)
      const root = merkleRoot(leaves, hash)
      for (const [index, leaf] of leaves.entries()) {
        const proof = merkleProof(leaves, index, hash)
        const right = { leaf, index, size, proof, root }
        expect(verifyProof(right, hash)).toBe(true)
        expect(verifyProof({ ...right, index: index + 1 }, hash)).toBe(false)
        expect(verifyProof({ ...right, leaf: hash('other') }, hash)).toBe(false)
        expect(verifyProof({ ...right, root: hash('other') }, hash)).toBe(false)
        expect(verifyProof({ ...right, proof: [...proof, root] }, hash)).toBe(false)
        if (proof.length > 0) expect(verifyProof({ ...right, proof: proof.slice(1) }, hash)).toBe(false)
      }
    }
  })

  test('cannot pass an inner node off as an event', () => {
    const [a, b, c, d] = leavesOf(4)
    if (!a || !b || !c || !d) throw new Error('four leaves')
    const root = merkleRoot([a, b, c, d], hash)
    const innerLeft = Buffer.concat([merkleRoot([a], hash), merkleRoot([b], hash)])
    const proof = [merkleRoot([c, d], hash)]
    expect(verifyProof({ leaf: innerLeft, index: 0, size: 2, proof, root }, hash)).toBe(false)
    expect(merkleRoot([innerLeft, Buffer.concat([c, d])], hash)).not.toEqual(root)
  })

  test('is refused for a leaf that is not there', () => {
    expect(() => merkleProof(leavesOf(3), 3, hash)).toThrow('no leaf 3 among 3')
    expect(verifyProof({ leaf: hash('x'), index: -1, size: 3, proof: [], root: hash('x') }, hash)).toBe(false)
  })
})

test('a tree grown leaf by leaf has the root of the tree built by halves', () => {
  const byHalves = (leaves: readonly Buffer[]): Buffer => {
    const [only] = leaves
    if (leaves.length < 2) return merkleRoot(only ? [only] : [], hash)
    let half = 1
    while (half * 2 < leaves.length) half *= 2
    return hash(Buffer.concat([Buffer.of(1), byHalves(leaves.slice(0, half)), byHalves(leaves.slice(half))]))
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
      const leaves = leavesOf(size)
      const tree = growingTree(hash)
      for (const leaf of leaves) tree.add(leaf)
      expect(tree.size()).toBe(size)
      expect(tree.root()).toEqual(byHalves(leaves))
    }),
    { seed: 20251123, numRuns: 40 },
  )
})
