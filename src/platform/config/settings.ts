import { type Static, Type } from 'typebox'

const Count = (options: { minimum: number; maximum?: number; default: number }) => Type.Integer(options)
const Maybe = (options: { pattern?: string; description: string }) => Type.Optional(Type.String(options))

/**
 * Every variable of the environment that the city reads, once, at start.
 * What a city's officers may change (promises, calendars, wording) is data with a history, not configuration.
 */
export const Settings = Type.Object({
  PORT: Count({ minimum: 0, maximum: 65_535, default: 3000 }),
  HOST: Type.String({ minLength: 1, default: '127.0.0.1', description: 'address to listen on; 0.0.0.0 for all' }),
  DATABASE_URL: Maybe({ pattern: '^postgres(ql)?://', description: 'PostgreSQL 15 or later; empty: the embedded one' }),
  DATA_DIR: Type.String({ minLength: 1, default: './data', description: 'files and the embedded database' }),
  MASTER_KEY_FILE: Maybe({ description: 'file of 32 random bytes; empty: master.key under DATA_DIR, made once' }),
  CITY_NAME: Type.String({ minLength: 1, maxLength: 40, default: '云溪区', description: 'shown on every face' }),
  DISTRICT: Type.String({ pattern: '^\\d{6}(\\d{3})?(\\d{3})?$', default: '349901', description: 'GB/T 2260 code' }),
  DEMO: Type.Optional(Type.Boolean({ description: 'the invented town; on with the embedded database, else off' })),
  PUBLIC_URL: Maybe({ pattern: '^https?://[^/]+$', description: 'address under which people reach this server' }),
  TRUST_PROXY: Type.String({ default: '', description: 'addresses of proxies whose X-Forwarded-For we believe' }),
  RATE_PER_MINUTE: Count({ minimum: 0, default: 1200 }),
  RESULTS_AT_LEAST: Count({ minimum: 3, default: 5 }),
  SMTP_URL: Maybe({
    pattern: '^smtps?://[^/]+$',
    description: 'mail server for notices, smtp://user:password@host:port',
  }),
  MAIL_FROM: Maybe({ pattern: '@', description: 'sender of notices by mail' }),
  SMS_URL: Maybe({ pattern: '^https?://', description: 'SMS gateway; see src/platform/mail/gateway.ts' }),
  SMS_APP: Maybe({ description: 'our account at the SMS gateway' }),
  SMS_SECRET: Maybe({ description: 'what signs our requests to the SMS gateway' }),
  OUTBOUND_HOSTS: Type.String({ default: '', description: 'hosts inside the network that webhooks may reach' }),
  MQTT_URL: Maybe({ pattern: '^(mqtts?|wss?)://[^/]+', description: 'broker of sensor readings; empty: none' }),
  MQTT_TOPIC: Type.String({
    pattern: '^[^+#]*\\+[^+#]*$',
    default: 'sensors/+/readings',
    description: 'one + for the sensor',
  }),
  OIDC_ISSUER: Maybe({ pattern: '^https?://', description: 'sign-in of staff at the city’s own identity server' }),
  OIDC_CLIENT_ID: Maybe({ description: 'our name there' }),
  OIDC_CLIENT_SECRET: Maybe({ description: 'our secret there' }),
  CRYPTO: Type.Union([Type.Literal('standard'), Type.Literal('sm')], { default: 'standard' }),
  LOG_LEVEL: Type.Union(
    (['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const).map((level) => Type.Literal(level)),
    { default: 'info' },
  ),
})

export type Settings = Static<typeof Settings>
