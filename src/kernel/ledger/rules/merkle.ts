import type { Hash } from '../../../platform/crypto/hash.ts'

// RFC 6962 section 2.1: a leaf and a node are hashed behind different first bytes, so that no node
// can be passed off as a leaf (second preimage).
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

const leafHash = (leaf: Buffer, hash: Hash): Buffer => hash(Buffer.concat([LEAF, leaf], leaf.length + 1))
const nodeHash = (left: Buffer, right: Buffer, hash: Hash): Buffer => hash(Buffer.concat([NODE, left, right]))

export type MerkleTree = { add(leaf: Buffer): void; root(): Buffer; size(): number }

/** A tree that only remembers one hash per level: ten million leaves cost twenty-four. */
export function growingTree(hash: Hash): MerkleTree {
  const peaks: Buffer[] = [] // roots of full subtrees, largest first; one per bit set in `count`
  let count = 0
  return {
    add(leaf) {
      let node = leafHash(leaf, hash)
      for (let bits = count; bits % 2 === 1; bits = (bits - 1) / 2) node = nodeHash(peaks.pop() ?? node, node, hash)
      peaks.push(node)
      count += 1
    },
    root: () => (count === 0 ? hash('') : peaks.reduceRight((right, left) => nodeHash(left, right, hash))),
    size: () => count,
  }
}

/** The root over leaves in the order given; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: Iterable<Buffer>, hash: Hash): Buffer {
  const tree = growingTree(hash)
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** The hashes that lead from leaf number `index` up to the root, nearest first (RFC 6962 section 2.1.1). */
export function merkleProof(leaves: readonly Buffer[], index: number, hash: Hash): Buffer[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index} among ${leaves.length}`)
  if (leaves.length === 1) return []
  const half = largestPowerBelow(leaves.length)
  return index < half
    ? [...merkleProof(leaves.slice(0, half), index, hash), merkleRoot(leaves.slice(half), hash)]
    : [...merkleProof(leaves.slice(half), index - half, hash), merkleRoot(leaves.slice(0, half), hash)]
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

export type Membership = {
  readonly leaf: Buffer
  readonly index: number
  readonly size: number
  readonly proof: readonly Buffer[]
  readonly root: Buffer
}

/** Whether the leaf stands at that place under that root (RFC 9162 section 2.1.3.2). */
export function verifyProof({ leaf, index, size, proof, root }: Membership, hash: Hash): boolean {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return false
  let place = index
  let last = size - 1
  let node = leafHash(leaf, hash)
  for (const beside of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = nodeHash(beside, node, hash)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      node = nodeHash(node, beside, hash)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && node.equals(root)
}
