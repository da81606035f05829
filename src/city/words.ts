import { doorRefusals } from '../kernel/cases/words/doors.ts'
import { caseRefusals } from '../kernel/cases/words.ts'
import { channelRefusals } from '../kernel/channels/words/channels.ts'
import { documentRefusals } from '../kernel/documents/words.ts'
import type { AuditAnswer, Broken } from '../kernel/ledger/model.ts'
import { refusalWords as ledgerRefusals } from '../kernel/ledger/words.ts'
import { refusalWords as matterRefusals } from '../kernel/matters/words.ts'
import { organisationRefusals } from '../kernel/organisations/words.ts'
import { peopleRefusals } from '../kernel/people/words.ts'
import { placesRefusals } from '../kernel/places/words/layers.ts'
import { ratingRefusals } from '../kernel/ratings/words.ts'
import { importRefusalWords } from '../kernel/worktime/words.ts'
import { screenRefusals } from '../modules/city-screen/words.ts'
import { dispatchRefusals } from '../modules/dispatch/words.ts'
import { exchangeRefusals } from '../modules/exchange/words/passing.ts'
import { gridRefusals } from '../modules/grid/words.ts'
import { lifeCircleRefusals } from '../modules/life-circle/words/facilities.ts'
import { circleRefusals } from '../modules/life-circle/words/gaps.ts'
import { spotRefusals } from '../modules/life-circle/words/spots.ts'
import { sensorRefusals } from '../modules/sensors/words.ts'
import { fileWords } from '../platform/files/words.ts'
import { type Said, said } from '../platform/words.ts'

const refusals: Readonly<Record<string, Said>> = {
  'no-such-clock': said('只有演示环境的时钟可以调快', 'Only the clock of the demo can be turned'),
  ...fileWords,
  ...ledgerRefusals,
  ...importRefusalWords,
  ...matterRefusals,
  ...channelRefusals,
  ...documentRefusals,
  ...organisationRefusals,
  ...peopleRefusals,
  ...placesRefusals,
  ...caseRefusals,
  ...doorRefusals,
  ...ratingRefusals,
  ...screenRefusals,
  ...dispatchRefusals,
  ...exchangeRefusals,
  ...sensorRefusals,
  ...lifeCircleRefusals,
  ...gridRefusals,
  ...spotRefusals,
  ...circleRefusals,
}

/** The sentence of a refusal, whichever house it comes from. */
export const refusalSaid = (code: string): Said | undefined => refusals[code]

export const cityWords = {
  wrongMasterKey: (file: string): Said =>
    said(
      `主密钥与数据库不匹配：${file}。请放回原来的密钥文件；没有它，已封存的个人信息无法打开。`,
      `The master key does not fit this database: ${file}. Put the former key file back; without it sealed personal facts stay closed.`,
    ),
  installed: {
    name: (city: string): Said => said(`${city} 一网`, `${city} Yiwang`),
    short: said('一网', 'Yiwang'),
    what: said(
      '有事说一声，件件有人管，办到哪一步随时看。',
      'Say what is wrong; somebody is in charge, and you see every step.',
    ),
  },
  shortcuts: [
    { url: '/write', title: said('写诉求', 'Write') },
    { url: '/mine', title: said('我的诉求', 'What I wrote') },
    { url: '/scan', title: said('扫码', 'Scan') },
  ],
  resident: said('群众和企业', 'residents'),
  desk: said('工作台', 'desk'),
  screen: said('大屏', 'screen'),
  accounts: (password: string): Said => said(`演示账号，密码都是 ${password}`, `Demo accounts, password ${password}`),
  guests: said(
    '群众用手机号登录，验证码会显示在页面上；例如',
    'Residents sign in by telephone, the code is shown on the page; for example',
  ),
  telling: said(
    '第一次启动：正在把这座虚构小城近两个月的日子过一遍，一般不到一分钟……',
    'First start: living the last two months of the invented town, mostly under a minute …',
  ),
  tellingFiling: (done: number, of: number): Said => said(`登记诉求 ${done} / ${of}`, `Filing ${done} of ${of}`),
  tellingLiving: (day: string, acts: number): Said =>
    said(`过到 ${day}，已办理 ${acts} 步`, `Lived until ${day}, ${acts} acts`),
  told: (cases: number, acts: number, seconds: string): Said =>
    said(
      `小城已就绪：${cases} 件诉求，办理 ${acts} 步，用时 ${seconds} 秒`,
      `The town lives: ${cases} cases, ${acts} acts, ${seconds} s`,
    ),
  open: (name: string, url: string): Said => said(`${name} 一网已开门：${url}`, `Yiwang is open at ${url}`),
}

/** A one-time code, as it stands in the message. */
export const codeText = (code: string): string =>
  `验证码 ${code}，5 分钟内有效。工作人员不会向您索要验证码。 / Code ${code}, valid for 5 minutes; our staff never ask for it.`

export const auditWords = {
  lost: (district: string, kind: Said, count: number): Said =>
    said(`${district}：${kind.zh} ${count} 件`, `${district}: ${kind.en}: ${count}`),
  untrue: (id: string, why: Said): Said => said(`${id}：${why.zh}`, `${id}: ${why.en}`),
  figure: (district: string, key: string): Said =>
    said(`${district}：统计与个案不符 ${key}`, `${district}: the books and the cases disagree on ${key}`),
  cases: (district: string, cases: number, lost: number): Said =>
    said(
      `${district}：${cases} 件办件逐件由台账重算，发现问题 ${lost} 处（目标 0）。`,
      `${district}: ${cases} cases lived again from the ledger; ${lost} things wrong (target 0).`,
    ),
  note: (district: string, count: number, why: Said): Said =>
    said(`${district}：${count} 条——${why.zh}`, `${district}: ${count} — ${why.en}`),
  holds: ({ events, streams, anchors }: AuditAnswer): Said =>
    said(
      `台账完好：${streams} 条流水、${events} 条记录、${anchors} 个锚点全部核验通过。`,
      `The ledger holds: ${events} events in ${streams} streams and ${anchors} anchors verified.`,
    ),
  broken: ({ district, stream, seq }: Broken, why: Said): Said =>
    said(
      `台账不完好：${district} 的 ${stream} 第 ${seq} 条——${why.zh}`,
      `The ledger is broken: ${district}, ${stream}, event ${seq} — ${why.en}`,
    ),
}

type Backup = { readonly folder: string; readonly tables: number; readonly rows: number; readonly key: string }

export const backupWords = {
  usage: said('用法：npm run restore -- <备份目录>', 'Usage: npm run restore -- <folder of the backup>'),
  written: ({ folder, tables, rows, key }: Backup): Said =>
    said(
      `已备份 ${tables} 张表、${rows} 行到 ${folder}。主密钥不在备份里，请另行妥善保管：${key}`,
      `Backed up ${rows} rows of ${tables} tables to ${folder}. The master key is not in it; keep it elsewhere: ${key}`,
    ),
  restored: ({ folder, tables, rows, key }: Backup): Said =>
    said(
      `已从 ${folder} 恢复 ${tables} 张表、${rows} 行。请放好原来的主密钥：${key}`,
      `Restored ${rows} rows of ${tables} tables from ${folder}. Put the former master key in place: ${key}`,
    ),
}

type Filed = {
  readonly filed: number
  /** Rows that were left out because something in them is wrong. */
  readonly wrong: number
  readonly repeats: number
  readonly first: string
  readonly last: string
}

export const importWords = {
  usage: said(
    '用法：npm run import -- <文件.jsonl|csv|xlsx> [--atomic] [--until-today]',
    'Usage: npm run import -- <file.jsonl|csv|xlsx> [--atomic] [--until-today]',
  ),
  noFile: (file: string): Said => said(`读不到文件：${file}`, `The file cannot be read: ${file}`),
  unread: (refusal: string): Said => said(`文件没有导入：${refusal}`, `Nothing was imported: ${refusal}`),
  filed: ({ filed, wrong, repeats, first, last }: Filed): Said =>
    filed === 0
      ? said(
          `没有登记任何来件：有误未登记 ${wrong} 行，重复 ${repeats} 行。`,
          `Nothing was filed: rows left out as wrong: ${wrong}, repeats: ${repeats}.`,
        )
      : said(
          `已按各自日期登记 ${filed} 件（${first} 至 ${last}），有误未登记 ${wrong} 行，重复 ${repeats} 行。接着运行 npm run replay。`,
          `Filed ${filed} messages at their own dates (${first} to ${last}); rows left out as wrong: ${wrong}, repeats: ${repeats}. Now run npm run replay.`,
        ),
}

type Lived = { readonly acts: number; readonly refused: number; readonly until: string; readonly open: number }

export const replayWords = {
  refused: (what: string, count: number): Said =>
    said(`  被拒绝 ${count} 次：${what}`, `  refused ${count} times: ${what}`),
  nothing: said(
    '没有可以续演的工单，请先运行 npm run import。',
    'There is nothing to replay; run npm run import first.',
  ),
  lived: ({ acts, refused, until, open }: Lived): Said =>
    said(
      `已演到 ${until}：办理动作 ${acts} 次，被规则拒绝 ${refused} 次，仍在办 ${open} 件。`,
      `Lived until ${until}: ${acts} acts, ${refused} refused by the rules, ${open} cases still open.`,
    ),
}
