import { expect, test } from 'vitest'
import { restored } from './draft.ts'
import { partsOf } from './routing/address.ts'

test('a draft of an older form gives back what still fits, and nothing that does not', () => {
  const empty = { text: '', anonymous: false, stars: null }
  expect(restored({ text: '灯坏了', anonymous: 'yes', gone: 1 }, empty)).toEqual({ ...empty, text: '灯坏了' })
  expect(restored('rubbish', empty)).toEqual(empty)
  expect(restored(undefined, empty)).toEqual(empty)
})

test('an address with a question and a place on the page keeps both', () => {
  expect(partsOf('/follow?number=QS-1&code=8#way')).toEqual({
    to: '/follow',
    search: { number: 'QS-1', code: '8' },
    hash: 'way',
  })
  expect(partsOf('/cases')).toEqual({ to: '/cases', search: {} })
})
