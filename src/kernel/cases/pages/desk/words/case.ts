import { type Said, said } from '../../../../../platform/words.ts'

/** A case on one screen. */
export const caseWords = {
  title: said('工单', 'Case'),
  back: said('返回列表', 'Back to the list'),
  path: said('办理进程', 'How far it is'),
  moves: said('现在可以办', 'What you can do now'),
  noMoves: said('这件工单现在不由您办理', 'There is nothing for you to do here now'),
  settled: said('这件工单已经办结，不用再办', 'This case is done; nothing waits for anybody'),
  nextBy: said('下一步由', 'Next:'),
  asked: said('群众反映', 'What was asked'),
  gone: said(
    '诉求内容已依法销毁，台账仍可核验。',
    'What was told is destroyed as the law asks; the ledger still verifies.',
  ),
  place: said('地点', 'Place'),
  happenedAt: said('发生时间', 'When it happened'),
  contact: said('联系人', 'Contact'),
  unmask: said('查看完整联系方式', 'Show the full contact'),
  unmaskReason: said('查看原因', 'Why you need it'),
  unmaskHint: said('查看会记入操作日志', 'Every look is recorded'),
  unmaskShort: said('请写明原因，至少 4 个字', 'Give a reason of at least four characters'),
  unmaskAct: said('查看', 'Show'),
  call: said('拨打', 'Call'),
  holder: said('谁在办', 'Who has it'),
  unit: said('承办单位', 'Unit'),
  person: said('承办人', 'Person'),
  owner: said('本环节负责', 'Owner of this stage'),
  matter: said('事项', 'Matter'),
  category: said('类别', 'Category'),
  channel: said('渠道', 'Channel'),
  filedAt: said('登记时间', 'Filed'),
  enteredBy: said('登记人', 'Entered by'),
  area: said('属地', 'Area'),
  outcome: said('办理结果', 'Outcome'),
  stars: said('评价', 'Rating'),
  clocks: said('时限', 'Clocks'),
  stageDue: said('本环节期限', 'This stage is due'),
  mainDue: said('办理期限', 'The case is due'),
  noClocks: said('没有时限在计时', 'No clock is running'),
  timeline: said('办理过程', 'What happened'),
  destroyed: said('（这一步写的内容已销毁）', '(what was written here is destroyed)'),
  evidence: said('照片和材料', 'Photos and papers'),
  photo: said('照片', 'Photo'),
  paper: said('文件', 'Paper'),
  photoGone: said('照片已不在', 'No longer there'),
  links: said('相关工单', 'Related cases'),
  parent: said('主办工单', 'Lead case'),
  children: said('协办任务', 'Joint tasks'),
  original: said('原来的工单', 'The earlier case'),
  diagram: said('流程图', 'Diagram'),
  diagramTitle: said('办理流程图', 'How such a case goes'),
  proposal: said('派单建议', 'Where it belongs'),
  otherRoutes: said('其他可能', 'Other possibilities'),
  unmeasured: said('按登记类别和目录用词，未测算把握', 'By the filed category and the catalogue’s words; not measured'),
  basis: said('依据', 'Basis'),
  cannotReceive: said('但现在不能派给它：', 'But it cannot be sent there now: '),
  due: said('到期', 'Due'),
  overdue: said('超期', 'Overdue'),
  applicant: said('诉求人', 'Applicant'),
  byTime: said('到时自动', 'By itself, time was up'),
  system: said('系统', 'The system'),
} as const satisfies Record<string, Said>

const reportedWords: Readonly<Record<string, Said>> = {
  sensor: said('传感器上报', 'What a sensor reported'),
  patrol: said('巡查上报', 'What was seen on patrol'),
  joint: said('交办内容', 'What is to be done'),
}

/** What heads the words with which a case came, by its channel. */
export const askedSaid = (channel: string): Said => reportedWords[channel] ?? caseWords.asked

/** The form of one move. */
export const moveWords = {
  send: said('提交', 'Do it'),
  sure: said('确认', 'Please confirm'),
  missing: said('请填写这一项', 'Please fill this in'),
  done: said('已办理：', 'Done: '),
  waitPhotos: said('照片正在上传，请稍候', 'Photos are still being sent'),
  wasFirst: said('别人先办了一步', 'Somebody was first'),
  wasFirstText: said(
    '您写的内容还在。请看清最新情况，再决定要不要提交。',
    'What you wrote is still here. Look at the newest state, then decide.',
  ),
  noLonger: said('这一步现在不能办了', 'This can no longer be done'),
  keptText: said('您写的内容：', 'What you wrote:'),
  searchUnit: said('输入单位名称查找', 'Type the name of a unit'),
  searchCategory: said('输入类别名称查找', 'Type the name of a category'),
  searchCase: said('输入工单编号查找', 'Type the number of a case'),
  searchStaff: said('选择本单位人员', 'Choose somebody of the unit'),
  nothingFound: said('没有找到', 'Nothing found'),
  noColleagues: said('查不到本单位人员', 'The people of the unit cannot be read'),
  choose: said('请选择', 'Choose'),
  findSpot: said('用手机定位', 'Use my position'),
  spotWrong: said(
    '写成“经度, 纬度”，如 118.310000, 32.290000',
    'Write it as longitude, latitude: 118.310000, 32.290000',
  ),
  advice: said('发出前请看一看（仅提醒，不影响提交）', 'Worth a look before it goes out (advice only)'),
  draftBack: said('已恢复上次没写完的内容', 'Your unfinished text is back'),
} as const satisfies Record<string, Said>

export const shortSaid = (least: number): Said => said(`至少写 ${least} 个字`, `At least ${least} characters`)
/** The second press, where the first asked for nothing. */
export const surelySaid = (move: Said): Said => said(`确认${move.zh}`, `Confirm: ${move.en}`)

/** How sure a proposal is; of a class it is known, of the category within it not. */
export const confidenceWords = {
  ofClass: (label: string, percent: number): Said =>
    said(`大类“${label}”把握 ${percent}%`, `Class “${label}” right in ${percent}% of such cases`),
} as const
