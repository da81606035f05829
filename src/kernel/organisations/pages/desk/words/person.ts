import { type Said, said } from '../../../../../platform/words.ts'

export const personWords = {
  one: said('人员详情', 'One person'),
  facts: said('账号信息', 'The account'),
  mustChange: said('下次登录须改密码', 'Must change the password next'),
  yes: said('是', 'Yes'),
  no: said('否', 'No'),
  held: said('多次输错密码，暂不能登录，至', 'Held up by wrong tries until'),
  notMine: said(
    '您只能查看：不能管理自己，也不能管理权限高于您的人。',
    'You may only look: nobody manages himself, or somebody who may do more.',
  ),
  edit: said('修改姓名或单位', 'Change name or unit'),
  lock: said('停用账号', 'Lock the account'),
  lockText: said(
    '停用后立即下线，不能再登录。名下的工单仍在其名下，请先请假代理或移交。',
    'He is signed out at once and cannot sign in. Open cases stay with him: arrange a leave or hand them over first.',
  ),
  reason: said('原因', 'Reason'),
  reasonMissing: said('请选择原因', 'Choose a reason'),
  unlock: said('恢复账号', 'Unlock the account'),
  unlockText: said('恢复后可以登录，输错密码的计数一并清零。', 'He can sign in again; wrong tries are forgotten.'),
  reset: said('重置密码', 'Reset the password'),
  resetText: said(
    '生成新密码，只显示一次；原密码失效，已登录的设备全部下线。',
    'A new password is made and shown once; the old one is void and every device is signed out.',
  ),
  dropTotp: said('重置动态验证码', 'Reset the second step'),
  dropTotpText: said(
    '手机丢失时使用。重置后仅凭密码登录，请提醒本人重新开启。',
    'For a lost telephone. Only the password is asked for then; remind him to turn it on again.',
  ),
  endSessions: said('全部下线', 'Sign out everywhere'),
  endSessionsText: said(
    '在所有设备上立即下线，账号不受影响。',
    'Signed out on all devices at once; the account stays.',
  ),
  sessions: said('已登录的设备', 'Signed-in devices'),
  noSessions: said('没有登录的设备', 'No device is signed in'),
  device: said('设备', 'Device'),
  started: said('登录时间', 'Signed in'),
  lastSeen: said('最近使用', 'Last used'),
  address: said('来源地址', 'From'),
  done: said('已办理', 'Done'),
  posts: said('岗位', 'Posts'),
  away: said('请假与交接', 'Leave and hand-over'),
} as const satisfies Record<string, Said>
