import { expect, test } from 'vitest'
import { pack, unpack } from './pack.ts'

const value = {
  name: '云溪',
  nested: [{ a: Int32Array.of(1, -2, 3) }, null],
  odd: Uint8Array.of(1, 2, 3),
  wide: Float64Array.of(0.5, Number.NaN),
  short: Uint16Array.of(65_535),
  empty: new Float32Array(0),
}

test('what was packed is unpacked as it was, and the same value gives the same bytes', () => {
  expect(unpack(pack(value))).toEqual(value)
  expect(pack(structuredClone(value)).equals(pack(value))).toBe(true)
})

test('bytes that are none of ours, or were cut off, are nothing', () => {
  const bytes = pack(value)
  for (const cut of [0, 5, 11, 40, bytes.length - 8]) expect(unpack(bytes.subarray(0, cut))).toBeNull()
  expect(unpack(Buffer.from('something else altogether'))).toBeNull()
})
