import { move } from '../../../kernel/cases/words/fragments.ts'
import { said } from '../../../platform/words.ts'

/** 上报、核实、立案 */
export const registerMoves = {
  register: move(said('立案', 'Register'), said('准予立案', 'Registered')),
  registerBySilence: move(
    said('逾期即立案', 'Counts as registered'),
    said('到时未审核，视为立案', 'Nobody decided in time; it counts as registered'),
  ),
  orderCheck: move(said('派人核实', 'Have it looked at'), said('已派网格员到现场核实', 'A grid worker is to look')),
  checkBySilence: move(
    said('逾期转核实', 'Goes to be looked at'),
    said('到时未处理，转现场核实', 'Nobody decided in time; it goes to be looked at'),
  ),
  confirmOnSite: move(said('核实属实', 'It is there'), said('现场核实属实', 'It was found on the spot')),
  notFoundOnSite: move(
    said('核实不属实', 'Not found'),
    said('现场没有发现，拟不予立案', 'Not found on the spot; rejecting is proposed'),
  ),
  proposeReject: move(
    said('拟不予立案', 'Propose to reject'),
    said('拟不予立案，交受理组长审核', 'Rejecting was proposed and is being reviewed'),
  ),
  confirmReject: move(
    said('不予立案', 'Reject'),
    said('不予立案，已说明理由', 'Rejected, with the reasons'),
    said('不予立案后案卷终结。理由写清楚了吗？', 'The case ends with this. Are the reasons clear?'),
  ),
  overruleReject: move(said('应当立案', 'Register it'), said('经审核应当立案', 'On review it was registered')),
  rejectionLapses: move(
    said('逾期视同立案', 'Counts as registered'),
    said('到时未审核，视同立案', 'Nobody reviewed it in time; it counts as registered'),
  ),
  linkRepeat: move(
    said('并入原案卷', 'Link to the earlier one'),
    said('同一问题已有案卷，并入', 'The same is being dealt with; linked'),
    said('确定是同一处、同一个问题？', 'Is it the same thing at the same place?'),
  ),
  repeated: move(said('重复上报', 'Reported again'), said('同一问题再次上报', 'The same was reported again')),
} as const

/** 派遣 */
export const routeMoves = {
  dispatch: move(said('派遣', 'Dispatch'), said('已派遣[至{unit}]', 'Dispatched[ to {unit}]')),
  dispatchBySilence: move(
    said('逾期自动派遣', 'Dispatches by itself'),
    said('到时未派，自动派遣[至{unit}]', 'Dispatched by itself[ to {unit}]'),
  ),
  reclassify: move(said('改类型', 'Change the type'), said('调整案卷类型', 'The type was changed')),
  sign: move(said('接收', 'Take it'), said('处置单位已接收', 'Taken by the unit')),
  signBySilence: move(
    said('逾期即接收', 'Counts as taken'),
    said('到时未接收，视为接收', 'Not taken in time; it counts as taken'),
  ),
  assignPerson: move(said('指定处置人', 'Give to somebody'), said('已指定处置人', 'Given to somebody in the unit')),
  handOver: move(said('移交案卷', 'Hand over'), said('案卷已移交他人', 'Handed over')),
  succeedUnit: move(
    said('划转案卷', 'Move to another unit'),
    said('案卷已划转至承接单位', 'Moved to the unit that takes over'),
  ),
} as const

/** 处置、反馈 */
export const handlingMoves = {
  report: move(said('登记处置进展', 'Record progress'), said('登记处置进展', 'Progress was recorded')),
  feedBack: move(said('反馈', 'Feed back'), said('处置完毕，反馈待核查', 'Done; to be verified on the spot')),
  feedBackDespiteChildren: move(
    said('不等协办，先反馈', 'Feed back without waiting'),
    said('不等协办结果反馈，协办任务收回', 'Fed back without waiting; the joint tasks were recalled'),
    said('未完成的协办任务会全部收回。确定先反馈？', 'All open joint tasks will be recalled. Go on?'),
  ),
} as const

/** 核查、结案、评价 */
export const closingMoves = {
  passOnSite: move(said('核查到位', 'It is right'), said('现场核查到位，待结案', 'Right on the spot; to be closed')),
  passMilestone: move(
    said('本阶段到位', 'Milestone reached'),
    said('本阶段核查到位，进入下一阶段', 'This milestone is reached; the next begins'),
  ),
  failOnSite: move(
    said('核查不到位', 'Not right'),
    said('现场核查不到位，返工', 'Not right on the spot; it is done again'),
  ),
  closeCase: move(
    said('结案', 'Close'),
    said('准予结案', 'Closed'),
    said('对照结案条件和前后照片，确定结案？', 'By the closing conditions and the pictures: close it?'),
  ),
  sendBackToWork: move(said('返工', 'Have it done again'), said('不予结案，返工', 'Not closed; it is done again')),
  closeBySilence: move(
    said('逾期即结案', 'Closes'),
    said('核查已到位，到时自动结案', 'It was right on the spot; closed by itself'),
  ),
  objectToClosing: move(
    said('没有解决', 'It is not solved'),
    said('上报人认为没有解决，重新核查', 'Whoever reported it says it is not solved; verified anew'),
  ),
  evaluate: move(said('评价', 'Evaluate'), said('已作综合评价', 'Evaluated')),
  archiveUnrated: move(said('逾期归档', 'Files away'), said('到时未评价，归档', 'Not evaluated in time; filed away')),
} as const
