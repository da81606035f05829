import { type Said, said } from '../words.ts'

/** What an operator reads when a variable cannot be used: which one, what stands there, what may stand there. */
export const configWords = {
  wrong: (name: string, given: string, rule: Said): Said =>
    said(`环境变量 ${name}="${given}" 无效：${rule.zh}`, `The variable ${name}="${given}" cannot be used: ${rule.en}`),
  wrongSecret: (name: string, rule: Said): Said =>
    said(`环境变量 ${name} 无效：${rule.zh}`, `The variable ${name} cannot be used: ${rule.en}`),
  together: (name: string, other: string): Said =>
    said(`设置了 ${other} 时必须同时设置 ${name}`, `${name} is needed as well when ${other} is set`),
}

export const ruleWords: Readonly<Record<string, Said>> = {
  PORT: said('应为 0 至 65535 的整数', 'a whole number from 0 to 65535'),
  HOST: said('应为监听地址，如 127.0.0.1 或 0.0.0.0', 'an address to listen on, such as 127.0.0.1 or 0.0.0.0'),
  DATABASE_URL: said('应以 postgres:// 开头', 'it begins with postgres://'),
  DATA_DIR: said('应为目录路径', 'the path of a directory'),
  MASTER_KEY_FILE: said('应为密钥文件路径', 'the path of a key file'),
  CITY_NAME: said('应为 1 至 40 个字的名称', 'a name of 1 to 40 characters'),
  DISTRICT: said('应为 6、9 或 12 位区划代码', 'a division code of 6, 9 or 12 digits'),
  DEMO: said('应为 true 或 false', 'true or false'),
  PUBLIC_URL: said('应为 http(s)://主机，结尾不带斜杠', 'http(s)://host without a slash at the end'),
  TRUST_PROXY: said(
    '应为代理地址列表，如 10.0.0.0/8,127.0.0.1',
    'a list of proxy addresses such as 10.0.0.0/8,127.0.0.1',
  ),
  RATE_PER_MINUTE: said('应为不小于 0 的整数，0 表示不限', 'a whole number from 0, where 0 means no limit'),
  SMTP_URL: said('应为 smtp(s)://用户:密码@主机:端口', 'smtp(s)://user:password@host:port'),
  MAIL_FROM: said('应为发件邮箱', 'the address that mail is sent from'),
  SMS_URL: said('应为 http(s):// 地址', 'an http(s):// address'),
  MQTT_URL: said('应为 mqtt(s)://用户:密码@主机:端口', 'mqtt(s)://user:password@host:port'),
  MQTT_TOPIC: said(
    '应含一个 + 表示传感器编号，如 sensors/+/readings',
    'a topic with one + for the sensor, such as sensors/+/readings',
  ),
  OIDC_ISSUER: said('应为 http(s):// 地址', 'an http(s):// address'),
  CRYPTO: said('应为 standard 或 sm（国密）', 'standard or sm (the Chinese national algorithms)'),
  LOG_LEVEL: said(
    '应为 trace、debug、info、warn、error、fatal、silent 之一',
    'one of trace, debug, info, warn, error, fatal, silent',
  ),
}

export const otherRule: Said = said('填写有误', 'it has the wrong form')
