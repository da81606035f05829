import { expect, test } from 'vitest'
import { type ConfigTrouble, readConfig } from './config.ts'

function troubleWith(env: Record<string, string>): ConfigTrouble {
  try {
    readConfig(env)
  } catch (error) {
    return error as ConfigTrouble
  }
  throw new Error('no trouble')
}

test('with an empty environment the city starts as the demo on port 3000, on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, databaseUrl: null, oidc: null })
})

test('with a database of its own it is no demo, unless one asks for it', () => {
  const own = { DATABASE_URL: 'postgres://city@db/city' }
  expect(readConfig(own).demo).toBe(false)
  expect(readConfig({ ...own, DEMO: 'true' }).demo).toBe(true)
})

test('an empty variable is an absent variable', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtp: null })
})

test('every wrong variable is named at once, in Chinese and English, with what may stand there', () => {
  const { message, exitCode } = troubleWith({ PORT: '99999', DISTRICT: 'north', LOG_LEVEL: 'loud', DEMO: 'perhaps' })
  expect(exitCode).toBe(10)
  for (const name of ['PORT="99999"', 'DISTRICT="north"', 'LOG_LEVEL="loud"', 'DEMO="perhaps"'])
    expect(message).toContain(name)
  expect(message).toMatch(/0 至 65535/)
  expect(message).toMatch(/a whole number from 0 to 65535/)
})

test('a wrong address with a password in it is named, but not repeated', () => {
  const { message } = troubleWith({ DATABASE_URL: 'mysql://city:hunter2@db/city' })
  expect(message).toContain('DATABASE_URL')
  expect(message).not.toContain('hunter2')
})

test('an identity server needs our name there', () => {
  expect(troubleWith({ OIDC_ISSUER: 'https://id.example' }).message).toMatch(/OIDC_CLIENT_ID[\s\S]*PUBLIC_URL/)
})

test('a mail server is read from its address, and encryption is demanded unless it stands on this machine', () => {
  const { smtp } = readConfig({ SMTP_URL: 'smtp://city:p%40ss@mail.example:587', MAIL_FROM: 'city@example.cn' })
  const account = { user: 'city', password: 'p@ss' }
  expect(smtp).toMatchObject({ host: 'mail.example', port: 587, secure: false, requireTls: true, account })
  expect(troubleWith({ SMTP_URL: 'smtp://mail.example' }).message).toContain('MAIL_FROM')
})

test('proxies are believed by address, never all of them', () => {
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, 127.0.0.1' }).trustProxy).toEqual(['10.0.0.0/8', '127.0.0.1'])
  expect(troubleWith({ TRUST_PROXY: 'true' }).message).toContain('TRUST_PROXY')
})
