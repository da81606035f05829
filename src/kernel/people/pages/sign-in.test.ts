import { expect, test } from 'vitest'
import { problem } from '../../../ui/api/problem.ts'
import { deviceOf } from './device.ts'
import { wayBack } from './me.ts'
import { askedFor } from './StaffSignIn.tsx'
import { signInWords } from './words.ts'

const no = (refusal: string) => problem('refused', signInWords.totp, { refusal })

test('the second step is asked for only when the server wants it, and stays while it is being typed', () => {
  expect(askedFor(null, '', '')).toEqual(['password'])
  expect(askedFor(no('second-step-needed'), '', '')).toContain('totp')
  expect(askedFor(no('password-must-change'), '123456', '')).toEqual(['password', 'totp', 'new-password'])
})

test('the way back after signing in never leads to another site', () => {
  expect(wayBack('/mine?tab=open')).toBe('/mine?tab=open')
  expect(wayBack('//evil.example')).toBe('/')
  expect(wayBack('/\\evil.example')).toBe('/')
  expect(wayBack('https://evil.example')).toBe('/')
  expect(wayBack(undefined)).toBe('/')
})

test('a device is called what its owner calls it, not what its browser signs with', () => {
  const named = (agent: string) => deviceOf(agent)?.map(({ zh }) => zh)
  expect(named('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile MicroMessenger/8.0')).toEqual([
    '苹果手机',
    '微信',
  ])
  expect(named('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0')).toEqual([
    'Windows 电脑',
    'Edge 浏览器',
  ])
  expect(named('curl/8.0')).toBeUndefined()
})
