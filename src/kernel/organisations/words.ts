import { type Said, said } from '../../platform/words.ts'
import type { Capacity, DutyReason, OrganisationRefusal, Scope, UnitKind, UnitLevel } from './model.ts'

export const organisationRefusals = {
  'not-the-communitys-duty': said(
    '不在社区职责清单内，不得交由社区办理',
    "Not on the community's duty list; it may not be sent to the community",
  ),
  'not-the-streets-duty': said(
    '不在街道职责清单内，不得下派街道',
    "Not on the street's duty list; it may not be sent to the street",
  ),
  'assists-only': said(
    '该单位仅为协助单位，不能作为主责单位',
    'This unit only assists here; it cannot be made responsible',
  ),
  'no-such-unit': said('没有这个单位', 'There is no such unit'),
  'no-such-role': said('没有这个角色', 'There is no such role'),
  'no-such-post': said('没有这个岗位', 'There is no such post'),
  'no-duty-category': said('事项目录里没有这个类别', 'The catalogue has no such category'),
  'no-duty-area': said('没有这个属地', 'There is no such area'),
  'duty-stands': said('清单里已有完全相同的一条', 'The list has this very line already'),
  'duty-over': said('这条职责届时已经结束', 'The line has ended by then'),
  'no-such-duty': said('没有这条职责', 'There is no such line on the duty list'),
  'no-such-staff': said('没有这位工作人员', 'There is no such staff member'),
  'no-such-substitution': said('没有这条顶岗安排', 'There is no such substitution'),
  'outside-your-scope': said('超出您的管理范围', 'Outside the units you manage'),
  'right-you-lack': said('不能授予自己没有的权限', 'You cannot give away a right you lack'),
  'day-before-last-change': said('生效日期不能早于该单位上次变更', "The day lies before the unit's last change"),
  'parent-missing': said('上级单位当日不存在', 'The unit above does not exist on that day'),
  'tree-would-loop': said('单位不能成为自己的下级', 'A unit cannot be beneath itself'),
  'unit-closed': said('该单位届时已撤销', 'The unit is closed by then'),
  'unit-still-used': said(
    '该单位仍有下级、岗位或职责，请先调整或合并',
    'The unit still has units beneath it, posts or duties; move or merge them first',
  ),
  'unit-holds-cases': said('该单位仍有未办结事项', 'The unit still holds open cases'),
  'fallback-desk-needed': said(
    '该单位是兜底承接单位，请先另行指定',
    'The unit is the fallback desk; name another first',
  ),
  'merge-into-itself': said('不能并入自身', 'A unit cannot be merged into itself'),
  'code-taken': said('单位编码已被使用', 'Another unit has this code'),
  'days-upside-down': said('结束日期须晚于开始日期', 'The last day must come after the first'),
  'same-person': said('不能交给本人', 'It cannot go to the same person'),
  'post-ended': said('该岗位已结束', 'The post has ended'),
  'role-in-use': said('角色已被使用，不能删除', 'The role has been given; it cannot be removed'),
  'cases-not-moved': said('仍有事项未能移交，本次交接未办理', 'Some cases could not be moved; nothing was handed over'),
  'hand-over-first': said('名下仍有未办结事项，请先办理交接', 'Open cases are in these hands; hand over first'),
  'only-today': said('交接须在当日办理', 'A hand-over is carried out on its day'),
  'leave-overlaps': said('这几天已有请假安排', 'A leave is already arranged for these days'),
  'deputy-away': said('代理人这几天也请假', 'The deputy is away on these days too'),
  'stands-in-for-others': said(
    '本人这几天正在代理他人的岗位，请先改派',
    'He stands in for others on these days; arrange that anew first',
  ),
  'days-behind': said('开始日期不能早于今天', 'The first day lies in the past'),
  'no-post-to-cover': said('这几天没有需要代理的岗位', 'There is no post to cover on these days'),
  'no-such-leave': said('没有这条请假安排', 'There is no such leave'),
  'leave-over': said('该请假已结束', 'The leave is over'),
  'entry-twice': said('已有同名的条目', 'An entry of this name is in use already'),
  'entry-changed': said('刚刚有人改过这一条，请先查看', 'Somebody has just changed this entry; look at it first'),
  'no-such-reason': said('请从事由中选择一项', 'Choose one of the reasons'),
  'import-file-empty': said('文件里没有数据行', 'The file has no rows'),
} as const satisfies Record<OrganisationRefusal, Said>

export const unitKinds = {
  line: said('条（部门）', 'Line department'),
  territory: said('块（属地）', 'Territory'),
} as const satisfies Record<UnitKind, Said>

export const unitLevels = {
  district: said('区', 'District'),
  department: said('部门', 'Department'),
  section: said('科室', 'Section'),
  street: said('街道（镇）', 'Street'),
  community: said('社区（村）', 'Community'),
} as const satisfies Record<UnitLevel, Said>

export const scopes = {
  all: said('全部', 'Everything'),
  'chosen-units': said('指定单位', 'Chosen units'),
  'unit-and-below': said('本单位及下级', 'The unit and below'),
  unit: said('本单位', 'The unit'),
  own: said('本人', 'Own only'),
  grid: said('所辖网格', 'By grid'),
} as const satisfies Record<Scope, Said>

export const capacities = {
  intake: said('受理', 'Intake'),
  'intake-head': said('受理组长', 'Head of intake'),
  dispatcher: said('派单', 'Dispatcher'),
  handler: said('承办', 'Handler'),
  'section-head': said('科室负责人', 'Head of section'),
  'leader-in-charge': said('分管领导', 'Leader in charge'),
  'top-leader': said('主要领导', 'Top leader'),
  'outside-leader': said('区分管领导', 'Leader of the district'),
  'ruling-office': said('裁定', 'Ruling office'),
  approver: said('审批', 'Approver'),
  verifier: said('核查', 'Verifier'),
  'visit-steward': said('回访', 'Call-back'),
  supervisor: said('督办', 'Supervisor'),
  'grid-worker': said('网格员', 'Grid worker'),
  auditor: said('审计', 'Auditor'),
  administrator: said('系统管理', 'Administrator'),
} as const satisfies Record<Capacity, Said>

/** Why this unit: the sentence that stands beside a proposed dispatch. */
export const dutyReasons = {
  'category-and-area': said('职责清单按类别和属地确定', 'Named by the duty list for this category in this area'),
  category: said('职责清单按类别确定', 'Named by the duty list for this category'),
  area: said('按属地确定', 'Named for this area'),
  fallback: said('职责清单未列，由兜底单位承接', 'On no line of the duty list; the fallback desk takes it'),
} as const satisfies Record<DutyReason, Said>

/** What the operation log says was done. */
export const organisationOperations = {
  'organisations.unit.open': said('设立单位', 'Opened a unit'),
  'organisations.unit.change': said('变更单位', 'Changed a unit'),
  'organisations.unit.close': said('撤销单位', 'Closed a unit'),
  'organisations.unit.merge': said('合并单位', 'Merged a unit'),
  'organisations.fallback.move': said('指定兜底承接单位', 'Named the fallback desk'),
  'organisations.role.save': said('保存角色', 'Saved a role'),
  'organisations.role.remove': said('删除角色', 'Removed a role'),
  'organisations.post.appoint': said('任命岗位', 'Gave a post'),
  'organisations.post.end': said('结束岗位', 'Ended a post'),
  'organisations.substitute': said('安排顶岗', 'Arranged a substitute'),
  'organisations.substitute.end': said('结束顶岗', 'Ended a substitution'),
  'organisations.duty.add': said('增加职责', 'Added a duty'),
  'organisations.duty.end': said('终止职责', 'Ended a duty'),
  'organisations.duties.import': said('批量导入职责清单', 'Imported the duty list'),
  'organisations.duties.export': said('导出职责清单', 'Exported the duty list'),
  'organisations.hand-over': said('离岗交接', 'Handed over'),
  'organisations.cases.hand-over': said('移交在办工单', 'Handed open cases over'),
  'organisations.dictionary.save': said('变更字典', 'Changed a dictionary'),
  'organisations.leave': said('安排请假', 'Arranged a leave'),
  'organisations.leave.end': said('提前销假', 'Ended a leave'),
  'organisations.units.import': said('批量导入单位', 'Imported units'),
  'organisations.units.export': said('导出单位名单', 'Exported the units'),
  'organisations.posts.export': said('导出岗位名单', 'Exported the posts'),
  'organisations.leave.export': said('导出请假记录', 'Exported the leaves'),
} as const satisfies Record<string, Said>
