import { type Said, said } from '../../../platform/words.ts'
import type { ClientRight } from '../model/clients.ts'
import type { EntryKind } from '../model/entries.ts'
import type { DeliveryOutcome } from '../model/hooks.ts'
import type { ChannelRefusal } from '../model/refusals.ts'

export const channelRefusals = {
  'no-such-notice': said('没有这条通知', 'There is no such notice'),
  'notice-not-dead': said('这条通知不需要重发', 'This notice needs no second try'),
  'no-such-template': said('没有这个通知模板', 'There is no such template'),
  'wording-changed-meanwhile': said(
    '别人刚改过这个模板，请先查看最新内容',
    'Somebody changed this wording meanwhile; look at the newest first',
  ),
  'no-such-subscription': said('没有这个推送', 'There is no such subscription'),
  'subscription-stopped-now': said('推送已停用，请先启用', 'The subscription is stopped; resume it first'),
  'no-such-delivery': said('没有待重发的推送', 'There is no such delivery to try again'),
  'no-such-client': said('没有这个接入系统', 'There is no such client'),
  'client-ended-now': said('该接入系统已停用', 'This client has been ended'),
  'key-unknown': said('接口密钥无效，请用请求头 X-Api-Key 提供', 'The key is not valid; give it as X-Api-Key'),
  'key-lacks-right': said('该密钥没有这项权限', 'This key does not carry that right'),
  'quota-used-up': said('本分钟调用次数已用完，请稍后再试', "This minute's quota is used up; come again later"),
  'no-such-entry': said('二维码无效', 'This code leads nowhere'),
  'entry-ended': said('该二维码已停用，请从首页反映', 'This code is no longer used; please start from the home page'),
  'entry-target-needed': said('请填写二维码对应的办件或站点', 'Name the case or the station it leads to'),
  'nul-in-text': said('文字中含有无法保存的字符', 'The text contains a character that cannot be kept'),
  'file-has-troubles': said('文件中有错误，未导入任何内容', 'The file has faults; nothing was taken'),
  'file-empty': said('文件是空的', 'The file is empty'),
  cancelled: said('导入已取消', 'The import was called off'),
  'url-malformed': said('地址格式不对，应以 https:// 开头', 'The address must begin with https://'),
  'url-with-password': said('地址中不能带账号密码', 'The address must not contain a password'),
  'url-not-https': said('地址须为 https', 'The address must be https'),
  'url-host-not-allowed': said(
    '不允许向该地址推送，请联系运维加入名单',
    'This host may not be called; ask operations to list it',
  ),
} as const satisfies Record<ChannelRefusal, Said>

export const deliveryWords = {
  delivered: said('已送达', 'Delivered'),
  'answered-no': said('对方返回错误', 'The receiver answered with an error'),
  gone: said('对方已不再接收', 'The receiver wants no more'),
  unreachable: said('对方连接不上', 'The receiver cannot be reached'),
  'timed-out': said('对方响应超时', 'The receiver did not answer in time'),
  'url-malformed': channelRefusals['url-malformed'],
  'url-with-password': channelRefusals['url-with-password'],
  'url-not-https': channelRefusals['url-not-https'],
  'url-host-not-allowed': channelRefusals['url-host-not-allowed'],
} as const satisfies Record<DeliveryOutcome, Said>

export const clientRightWords = {
  'intake.write': said('提交诉求', 'File requests'),
  'intake.read': said('查询自己提交的诉求', 'Read what it filed'),
  'catalogue.read': said('读取事项目录', 'Read the catalogue'),
  'indicators.read': said('读取公开指标', 'Read published indicators'),
  'sensors.write': said('上报传感器读数', 'send sensor readings'),
} as const satisfies Record<ClientRight, Said>

export const entryKindWords = {
  mailbox: said('红色邮筒', 'Mailbox'),
  station: said('服务站点', 'Station'),
  'grid-member': said('网格员', 'Grid worker'),
  facility: said('公共设施', 'Facility'),
  case: said('办件', 'Case'),
} as const satisfies Record<EntryKind, Said>

/** What stands under a printed code. */
export const scanWords = {
  mailbox: said('微信或浏览器扫一扫，说说您的建议和难处', 'Scan to tell us what you think and need'),
  station: said('扫一扫，在这里反映问题、查进度', 'Scan to ask here and to follow up'),
  'grid-member': said('扫一扫，有事找网格员', 'Scan to reach your grid worker'),
  facility: said('扫一扫，这里坏了、脏了告诉我们', 'Scan to tell us what is broken or dirty here'),
  case: said('扫一扫，查看这件事办到哪了', 'Scan to see how this is going'),
} as const satisfies Record<EntryKind, Said>
