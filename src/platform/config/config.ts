import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { Compile } from 'typebox/compile'
import type { Level } from '../log/log.ts'
import type { Said } from '../words.ts'
import { Settings } from './settings.ts'
import { configWords, otherRule, ruleWords } from './words.ts'

/** The settings as values, read once and handed on by `main.ts`. Optional features are null when absent. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly masterKeyFile: string
  readonly cityName: string
  readonly district: string
  readonly demo: boolean
  readonly publicUrl: string | null
  /** Addresses of proxies whose X-Forwarded-For is believed; false for none. */
  readonly trustProxy: false | readonly string[]
  readonly ratePerMinute: number
  /** The smallest row of the public list of results. */
  readonly resultsAtLeast: number
  readonly smtp: MailServer | null
  readonly sms: {
    readonly url: string
    readonly app: string
    readonly secret: string
    readonly sender: string
  } | null
  /** Hosts of the inner network that outgoing posts may reach; all others must be public. */
  readonly outboundHosts: readonly string[]
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string | null } | null
  /** Where sensor readings come from by MQTT. */
  readonly mqtt: { readonly url: string; readonly topic: string } | null
  readonly crypto: 'standard' | 'sm'
  readonly logLevel: Level
}

type MailServer = {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly requireTls: boolean
  readonly account: { readonly user: string; readonly password: string } | null
  readonly from: string
}

/** Exit code of a wrong setting; the database's troubles begin at 20. */
export const CONFIG_EXIT = 10

/** Settings that cannot be used, all of them at once, in both tongues. */
export type ConfigTrouble = Error & { readonly exitCode: number; readonly troubles: readonly Said[] }

const settings = Compile(Settings)
const secrets = new Set(['DATABASE_URL', 'MQTT_URL', 'SMTP_URL', 'SMS_SECRET', 'OIDC_CLIENT_SECRET'])

/** Reads the environment; throws a ConfigTrouble that names every variable that is wrong. Empty means absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(Settings.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const values = settings.Convert(settings.Default({ ...given }))
  if (!settings.Check(values)) {
    const names = new Set(settings.Errors(values).map(({ instancePath }) => instancePath.split('/')[1] ?? ''))
    throw trouble([...names].map((name) => wrong(name, String(given[name] ?? ''))))
  }
  const troubles = together(values)
  if (troubles.length > 0) throw trouble(troubles)
  return configOf(values)
}

function wrong(name: string, given: string): Said {
  const rule = ruleWords[name] ?? otherRule
  return secrets.has(name) ? configWords.wrongSecret(name, rule) : configWords.wrong(name, given, rule)
}

function together(values: Settings): Said[] {
  const proxies = listOf(values.TRUST_PROXY)
  return [
    ...needs(values, 'OIDC_ISSUER', ['OIDC_CLIENT_ID', 'PUBLIC_URL']),
    ...needs(values, 'SMTP_URL', ['MAIL_FROM']),
    ...needs(values, 'SMS_URL', ['SMS_APP', 'SMS_SECRET']),
    ...(proxies.every(isNetwork) ? [] : [wrong('TRUST_PROXY', values.TRUST_PROXY)]),
  ]
}

const needs = (values: Settings, name: keyof Settings, others: readonly (keyof Settings)[]): Said[] =>
  values[name] === undefined
    ? []
    : others.filter((other) => values[other] === undefined).map((other) => configWords.together(other, name))

function trouble(troubles: readonly Said[]): ConfigTrouble {
  const message = troubles.flatMap(({ zh, en }) => [zh, en]).join('\n')
  return Object.assign(new Error(message), { name: 'ConfigTrouble', exitCode: CONFIG_EXIT, troubles })
}

const listOf = (text: string) => text.split(/[,\s]+/).filter((part) => part !== '')
const isNetwork = (text: string) => isIP(text.replace(/\/\d{1,3}$/, '')) > 0

function configOf(values: Settings): Config {
  const dataDir = resolve(values.DATA_DIR)
  const proxies = listOf(values.TRUST_PROXY)
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    masterKeyFile: values.MASTER_KEY_FILE ? resolve(values.MASTER_KEY_FILE) : join(dataDir, 'master.key'),
    cityName: values.CITY_NAME,
    district: values.DISTRICT,
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    publicUrl: values.PUBLIC_URL ?? null,
    trustProxy: proxies.length > 0 ? proxies : false,
    ratePerMinute: values.RATE_PER_MINUTE,
    resultsAtLeast: values.RESULTS_AT_LEAST,
    smtp: smtpOf(values),
    sms: smsOf(values),
    outboundHosts: listOf(values.OUTBOUND_HOSTS),
    oidc: oidcOf(values),
    mqtt: values.MQTT_URL === undefined ? null : { url: values.MQTT_URL, topic: values.MQTT_TOPIC },
    crypto: values.CRYPTO,
    logLevel: values.LOG_LEVEL,
  }
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Settings): Config['oidc'] {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return null
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET ?? null }
}

function smsOf({ SMS_URL, SMS_APP, SMS_SECRET, CITY_NAME }: Settings): Config['sms'] {
  if (SMS_URL === undefined || SMS_APP === undefined || SMS_SECRET === undefined) return null
  return { url: SMS_URL, app: SMS_APP, secret: SMS_SECRET, sender: CITY_NAME }
}

function smtpOf({ SMTP_URL, MAIL_FROM }: Settings): Config['smtp'] {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL)
  const secure = protocol === 'smtps:'
  const account =
    username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  const requireTls = !secure && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return { host: hostname, port: Number(port) || (secure ? 465 : 25), secure, requireTls, account, from: MAIL_FROM }
}
