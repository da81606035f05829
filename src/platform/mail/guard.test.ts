import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reachOf } from './addresses.ts'
import { faultOfUrl, mayReach } from './guard.ts'

const anywhere = { hosts: [], loopback: false }
const listed = { hosts: ['hooks.yunxi.example', '*.inner.example', '10.1.2.3'], loopback: false }
const closed = { ...listed, onlyListed: true }
const demo = { hosts: [], loopback: true }

test.each([
  ['127.0.0.1', 'loopback'],
  ['127.8.8.8', 'loopback'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['10.1.2.3', 'inner'],
  ['172.31.0.1', 'inner'],
  ['192.168.1.1', 'inner'],
  ['::ffff:a01:203', 'inner'],
  ['fd00::1', 'inner'],
  ['169.254.169.254', 'never'],
  ['0.0.0.0', 'never'],
  ['224.0.0.1', 'never'],
  ['fe80::1', 'never'],
  ['64:ff9b::a00:1', 'never'],
  ['not an address', 'never'],
  ['114.114.114.114', 'open'],
  ['2400:3200::1', 'open'],
])('%s leads to: %s', (address, reach) => {
  expect(reachOf(address)).toBe(reach)
})

test.each([
  ['https://hooks.example/in', null],
  ['http://hooks.example/in', 'url-not-https'],
  ['https://user:secret@hooks.example/', 'url-with-password'],
  ['ftp://hooks.example/', 'url-malformed'],
  ['hooks.example', 'url-malformed'],
  ['https://127.0.0.1/', 'url-host-not-allowed'],
  ['https://localhost./', 'url-host-not-allowed'],
  ['https://[::1]/', 'url-host-not-allowed'],
  ['https://2130706433/', 'url-host-not-allowed'],
  ['https://0x7f.1/', 'url-host-not-allowed'],
  ['https://169.254.169.254/latest/meta-data', 'url-host-not-allowed'],
  ['https://10.1.2.3/', 'url-host-not-allowed'],
])('without a list of hosts, %s is answered with %s', (url, fault) => {
  expect(faultOfUrl(url, anywhere)).toBe(fault)
})

test.each([
  ['https://hooks.yunxi.example/in', null],
  ['http://hooks.yunxi.example/in', null],
  ['https://HOOKS.yunxi.example./in', null],
  ['https://a.inner.example/', null],
  ['https://other.example/', null],
  ['http://other.example/', 'url-not-https'],
  ['http://10.1.2.3/', null],
  ['https://10.1.2.4/', 'url-host-not-allowed'],
  ['http://127.0.0.1/', 'url-host-not-allowed'],
])('with a list of hosts, %s is answered with %s', (url, fault) => {
  expect(faultOfUrl(url, listed)).toBe(fault)
})

test.each([
  ['https://hooks.yunxi.example/in', null],
  ['https://a.inner.example/', null],
  ['https://inner.example/', 'url-host-not-allowed'],
  ['https://evilinner.example/', 'url-host-not-allowed'],
  ['https://other.example/', 'url-host-not-allowed'],
])('when nothing but the list may be called, %s is answered with %s', (url, fault) => {
  expect(faultOfUrl(url, closed)).toBe(fault)
})

test('a name on the list may point into the inner network, another may not, and metadata is never reached', () => {
  expect(mayReach('a.inner.example', '10.0.0.5', listed)).toBe(true)
  expect(mayReach('elsewhere.example', '10.0.0.5', anywhere)).toBe(false)
  expect(mayReach('a.inner.example', '169.254.169.254', listed)).toBe(false)
  expect(mayReach('a.inner.example', '127.0.0.1', listed)).toBe(false)
})

test('the demo may call the machine it runs on', () => {
  expect(faultOfUrl('http://127.0.0.1:4000/in', demo)).toBeNull()
  expect(faultOfUrl('http://localhost:4000/in', demo)).toBeNull()
})

test('no spelling of an inner address is taken for an outer one', () => {
  const inner = fc.tuple(fc.constantFrom(10, 127), fc.nat(255), fc.nat(255), fc.nat(255))
  fc.assert(
    fc.property(inner, ([a, b, c, d]) => {
      const number = ((a * 256 + b) * 256 + c) * 256 + d
      const spellings = [`${a}.${b}.${c}.${d}`, `${number}`, `0x${number.toString(16)}`, `[::ffff:${a}.${b}.${c}.${d}]`]
      for (const host of spellings) expect(faultOfUrl(`https://${host}/`, anywhere)).toBe('url-host-not-allowed')
    }),
  )
})
