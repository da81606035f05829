import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const channelOperations = {
  'channels.template.reword': said('改写通知模板', 'Reworded a notice'),
  'channels.subscription.create': said('新建推送', 'Made a subscription'),
  'channels.subscription.rotate': said('更换推送密钥', 'Changed the key of a subscription'),
  'channels.subscription.stop': said('停止推送', 'Stopped a subscription'),
  'channels.subscription.resume': said('恢复推送', 'Resumed a subscription'),
  'channels.subscription.retry': said('重试推送', 'Tried deliveries again'),
  'channels.client.issue': said('签发接口凭证', 'Issued a client key'),
  'channels.client.rotate': said('更换接口凭证', 'Changed a client key'),
  'channels.client.end': said('停用接口凭证', 'Ended a client key'),
  'channels.entry.open': said('开通入口码', 'Opened an entry code'),
  'channels.entry.end': said('停用入口码', 'Ended an entry code'),
  'channels.setting.change': said('变更通知设置', 'Changed the settings of notices'),
  'channels.notice.retry': said('重发通知', 'Sent a notice again'),
} as const satisfies Record<string, Said>
