import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addressesOf } from '../scripts/addresses.ts'
import { pages as desk } from '../src/web/desk/pages.ts'
import { pages as resident } from '../src/web/resident/pages.ts'
import { pages as screen } from '../src/web/screen/pages.ts'

test.each([
  ['resident', resident],
  ['desk', desk],
  ['screen', screen],
])('the build tells the server every address of a face, and no other: %s', (face, pages) => {
  const known = addressesOf(join(import.meta.dirname, '../src/web', face))
  expect(known).toEqual(pages.map(({ path }) => path).toSorted())
})
