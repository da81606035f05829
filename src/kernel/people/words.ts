import { type Said, said } from '../../platform/words.ts'
import type { AgentRelation, PeopleRefusal, SignInWay, StaffAccount } from './model.ts'

/** The sentence for each refusal; `sign-in-refused` says the same whether the account, the password or the code was wrong. */
export const peopleRefusals = {
  'sign-in-refused': said('账号或密码不正确', 'The account or the password is not right'),
  'second-step-needed': said('请输入动态验证码', 'Please enter the code from your authenticator'),
  'too-many-tries': said('尝试次数过多，请稍后再试', 'Too many tries; please wait a while'),
  'ask-again-later': said('验证码发送过于频繁，请稍后再试', 'Codes were asked for too often; please wait a while'),
  'code-wrong-or-over': said('验证码不正确或已失效', 'The code is wrong or no longer valid'),
  'phone-wrong': said('请输入正确的手机号码', 'Please enter a mainland mobile number'),
  'unknown-identity': said(
    '该身份未开通本系统账号，请联系管理员',
    'This identity has no account here; ask your administrator',
  ),
  'staff-only': said('仅限工作人员使用', 'For staff only'),
  'session-ended': said(
    '您的登录已结束，内容还没有提交。请重新登录，或选择不登录继续',
    'Your session has ended and nothing was sent. Sign in again, or choose to go on without',
  ),
  'residents-only': said('仅限市民账号使用', 'For residents only'),
  'other-site': said('请求来自其他网站，已拒绝', 'The request came from another site and was refused'),
  'password-too-short': said('密码至少 10 位', 'A password has at least 10 characters'),
  'password-too-long': said('密码最长 128 位', 'A password has at most 128 characters'),
  'password-too-common': said('密码过于常见，请换一个', 'This password is too common; choose another'),
  'password-contains-account': said('密码不能包含账号', 'The password must not contain the account name'),
  'password-unchanged': said('新密码不能与原密码相同', 'The new password must differ from the old one'),
  'password-must-change': said('首次登录或重置后须设置新密码', 'Choose a new password to go on'),
  'no-such-account': said('没有这个账号', 'There is no such account'),
  'account-taken': said('账号已被使用', 'The account name is taken'),
  'account-left': said('该人员已离岗，账号不再启用', 'This person has left; the account stays closed'),
  'no-such-session': said('该登录已结束', 'That session has ended'),
  'totp-already-on': said('已开启动态验证码', 'The second step is already on'),
  'totp-not-started': said('尚未开始绑定动态验证码', 'The second step was not begun'),
  'totp-code-wrong': said('动态验证码不正确', 'The code is not right'),
  'credit-code-wrong': said('统一社会信用代码不正确', 'This is not a valid unified social credit code'),
  'oidc-not-offered': said('未开通统一身份认证登录', 'Single sign-on is not offered here'),
  'oidc-failed': said('统一身份认证登录未成功，请重试', 'Single sign-on did not succeed; please try again'),
} as const satisfies Record<PeopleRefusal, Said>

export const signInWays = {
  code: said('短信验证码', 'One-time code'),
  password: said('密码', 'Password'),
  'password-and-totp': said('密码和动态验证码', 'Password and authenticator'),
  oidc: said('统一身份认证', 'Single sign-on'),
} as const satisfies Record<SignInWay, Said>

export const accountStates = {
  active: said('在用', 'Active'),
  locked: said('已停用', 'Locked'),
  left: said('已离岗', 'Left'),
} as const satisfies Record<StaffAccount['state'], Said>

export const agentRelations = {
  'legal-representative': said('法定代表人', 'Legal representative'),
  handler: said('经办人', 'Authorised agent'),
  employee: said('工作人员', 'Employee'),
} as const satisfies Record<AgentRelation, Said>

export const logOutcomes = { done: said('成功', 'Done') } as const satisfies Record<string, Said>

/** Headings of the operation log as a file. */
export const logColumns = {
  sheet: said('操作日志', 'Operation log'),
  at: said('时间（UTC）', 'When (UTC)'),
  who: said('操作人', 'Who'),
  what: said('操作', 'What'),
  target: said('对象', 'About'),
  outcome: said('结果', 'Outcome'),
  ip: said('来源地址', 'From'),
} as const satisfies Record<string, Said>

/** What the operation log says was done; the code stands in the log, the sentence on the screen. */
export const operations = {
  'people.staff.create': said('新建工作人员账号', 'Created a staff account'),
  'people.staff.lock': said('停用账号', 'Locked an account'),
  'people.staff.unlock': said('恢复账号', 'Unlocked an account'),
  'people.staff.change': said('变更账号信息', 'Changed an account'),
  'people.staff.totp': said('重置动态验证码', 'Reset the second step'),
  'people.staff.import': said('批量导入人员', 'Imported staff'),
  'people.staff.export': said('导出人员名单', 'Exported the list of staff'),
  'people.operation-log.export': said('导出操作日志', 'Exported the operation log'),
  'people.staff.reset': said('重置密码', 'Reset a password'),
  'people.staff.end-sessions': said('强制下线', "Ended somebody's sessions"),
  'people.password.change': said('修改密码', 'Changed the password'),
  'people.totp.on': said('开启动态验证码', 'Turned the second step on'),
  'people.totp.off': said('关闭动态验证码', 'Turned the second step off'),
} as const satisfies Record<string, Said>
export type PeopleOperation = keyof typeof operations
