import { alarmWords } from '../../kernel/cases/words/alarm.ts'
import { fragmentFields } from '../../kernel/cases/words/fields.ts'
import {
  extensionWords,
  holdWords,
  jointWords,
  returnWords,
  stage,
  supervisionWords,
} from '../../kernel/cases/words/fragments.ts'
import { noteWords } from '../../kernel/cases/words/notes.ts'
import type { ProcedureWords } from '../../kernel/cases/words.ts'
import { type Said, said } from '../../platform/words.ts'
import { gridFields } from './words/fields.ts'
import { closingMoves, handlingMoves, registerMoves, routeMoves } from './words/moves.ts'
import { unaskedGrid } from './words/unasked.ts'

const reported = {
  reported: stage(
    said('待立案', 'Reported'),
    said('问题已经上报，正在审核要不要立案。', 'It has been reported; whether it is registered is being decided.'),
    said(
      '网格员亲眼看到的直接立案，别人反映的先到现场核实；到时没人审核，自动往下走。',
      'What a grid worker has seen is registered; what others tell is looked at first. Silence moves it on.',
    ),
  ),
  'site-check': stage(
    said('待核实', 'To be looked at'),
    said('网格员正在到现场核实。', 'A grid worker is going to look.'),
    said('属实就立案，不属实说明理由。', 'If it is there it is registered; if not, you are told.'),
  ),
  'rejection-review': stage(
    said('不予立案审核', 'Rejection reviewed'),
    said('要不要立案，正在由负责人复核。', 'Whether it is rejected is being reviewed.'),
    said('到时没有决定，就立案处置。', 'If nobody decides in time, it is registered.'),
  ),
  rejected: stage(
    said('不予立案', 'Rejected'),
    said('这个问题没有立案，理由已经说明。', 'It was not registered; the reasons were given.'),
    said('有新情况可以再上报。', 'If something is new, report it again.'),
  ),
  linked: stage(
    said('已并入原案卷', 'Linked to the earlier one'),
    said('同一个问题已经有案卷在办。', 'The same is being dealt with already.'),
    said('请看原来那件的进展。', 'The earlier one shows how it is going.'),
  ),
}

const working = {
  dispatching: stage(
    said('待派遣', 'To be dispatched'),
    said('已经立案，正在确定由谁处置。', 'It is registered; who deals with it is being decided.'),
    said(
      '到时没有派出，系统自动派给责任单位。',
      'If nobody decides in time it goes to the responsible unit by itself.',
    ),
  ),
  assigned: stage(
    said('待接收', 'Dispatched'),
    said('已经派给处置单位，等他们接收。', 'It has gone to the unit that shall deal with it.'),
    said('到时没有接收，也算接收，时间照算。', 'If they do not take it in time, it counts as taken.'),
  ),
  handling: stage(
    said('处置中', 'Being dealt with'),
    said('处置单位正在现场处置。', 'The unit is at work.'),
    said(
      '处置完拍照反馈，再由别人到现场核查；超过时限自动督办。',
      'What is done is verified on the spot by others; if it takes too long, superiors step in.',
    ),
  ),
  verifying: stage(
    said('待核查', 'To be verified'),
    said('没有参与处置的人正在到现场核查。', 'Somebody who had no part in it is going to look.'),
    said('到位就结案，不到位返工。', 'If it is right it is closed; if not, it is done again.'),
  ),
  closing: stage(
    said('待结案', 'To be closed'),
    said('现场核查到位，正在对照结案条件审核。', 'It is right on the spot; the closing conditions are being checked.'),
    said('到时没有意见，自动结案。', 'If nobody objects in time, it is closed.'),
  ),
  closed: stage(
    said('已结案', 'Closed'),
    said('问题已经处置完毕并结案。', 'It has been dealt with and closed.'),
    said(
      '随后作综合评价，然后归档；上报人认为没解决可以提出。',
      'It is evaluated and filed away; you may still object.',
    ),
  ),
  archived: stage(
    said('已归档', 'Filed away'),
    said('案卷已经归档。', 'The case is filed away.'),
    said('再发现问题，请重新上报。', 'If it comes back, report it again.'),
  ),
}

/** 网格案卷 in words. */
export const gridWords = {
  name: said('网格案卷', 'Grid case'),
  stages: { ...reported, ...working, ...returnWords.stages, ...extensionWords.stages, ...holdWords.stages },
  moves: {
    ...registerMoves,
    ...routeMoves,
    ...returnWords.moves,
    ...handlingMoves,
    ...extensionWords.moves,
    ...holdWords.moves,
    ...jointWords.moves,
    ...closingMoves,
    ...alarmWords.moves,
    ...noteWords.moves,
    ...supervisionWords.moves,
  },
  fields: { ...fragmentFields, ...gridFields },
  unasked: unaskedGrid,
} as const satisfies ProcedureWords

/** Why a move of this table is not made, or a door of this house says no. */
export type GridRefusal =
  | 'look-first'
  | 'seen-already'
  | 'milestones-left'
  | 'last-milestone'
  | 'not-on-patrol'
  | 'no-such-type'
  | 'not-your-grid'
  | 'place-unknown'
  | 'no-such-component'
  | 'reason-empty'
  | 'no-such-proposal'
  | 'proposal-is-decided'

export const gridRefusals = {
  'look-first': said('不是网格员亲眼所见，要先派人到现场核实', 'Nobody has seen it yet; have it looked at first'),
  'seen-already': said('网格员已经到过现场，可以直接立案', 'It has been seen on the spot; it can be registered'),
  'milestones-left': said('后面还有阶段，请用“本阶段到位”', 'There are milestones left; pass this one'),
  'last-milestone': said('已经是最后阶段，请用“核查到位”', 'This is the last milestone; say that it is right'),
  'not-on-patrol': said('您没有网格员岗位，不能使用网格巡查', 'You hold no post of a grid worker'),
  'no-such-type': said('没有这个问题类型，请另选', 'There is no such type; choose another'),
  'not-your-grid': said('这不是您负责的网格', 'This is not one of your grids'),
  'reason-empty': said('请写明理由或要求', 'Please say why, or what is to be done'),
  'no-such-proposal': said('没有这条建议', 'There is no such proposal'),
  'proposal-is-decided': said('这条建议已经有人决定', 'Somebody has decided this proposal already'),
  'no-such-component': said(
    '登记册里没有这个部件，或它不属于这个类型',
    'There is no such component on the register, or it is of another type',
  ),
  'place-unknown': said(
    '不知道在哪里：请打开定位，或选择所在网格',
    'Where is it? Turn on the position, or choose your grid',
  ),
} as const satisfies Record<GridRefusal, Said>
