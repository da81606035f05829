import { type Said, said } from '../../platform/words.ts'
import { promiseWord } from '../matters/words.ts'
import type { Channel } from './model/case.ts'
import type { ClockStatus, EndKind, Phase, Role } from './model/procedure.ts'
import type { EngineRefusal, TableRefusal } from './model/refusals.ts'

/** What a stage is called at the desk, what the resident is told is happening, and what comes next if nobody stirs. */
export type StageWords = { readonly name: Said; readonly now: Said; readonly next: Said }

/** The button, the line in the timeline, and the question before a move that cannot be taken back. */
export type MoveWords = { readonly name: Said; readonly done: Said; readonly confirm?: Said }

export type ControlKind =
  | 'text'
  | 'long-text'
  | 'unit'
  | 'staff'
  | 'case'
  | 'day'
  | 'evidence'
  | 'choice'
  | 'yes-no'
  | 'stars'
  | 'category'
  | 'spot'
  | 'matter'

/** How a field is asked for; a `choice` names every value its schema allows. */
export type FieldWords = {
  readonly label: Said
  readonly hint?: Said
  readonly control: ControlKind
  readonly choices?: Readonly<Record<string, Said>>
}

/** Everything a procedure says. A field that means something else in one move stands under `move.field`. */
export type ProcedureWords<S extends string = string, M extends string = string> = {
  readonly name: Said
  readonly stages: Readonly<Record<S, StageWords>>
  readonly moves: Readonly<Record<M, MoveWords>>
  readonly fields: Readonly<Record<string, FieldWords>>
  readonly unasked?: UnaskedWords
}

/** What a procedure says otherwise where a sensor opened the case, so that nobody asked and nobody is answered. */
export type UnaskedWords = {
  /** What is happening (`now`). */
  readonly stages: Readonly<Record<string, Said>>
  readonly moves: Readonly<Record<string, Partial<MoveWords>>>
  readonly fields: Readonly<Record<string, Partial<FieldWords>>>
}

/** The words of a procedure as a case says them that came by `channel`. */
export function wordsBy(words: ProcedureWords, channel: Channel): ProcedureWords {
  const { unasked } = words
  return channel === 'sensor' && unasked
    ? {
        ...words,
        stages: laidOver(
          words.stages,
          mapped(unasked.stages, (now) => ({ now })),
        ),
        moves: laidOver(words.moves, unasked.moves),
        fields: laidOver(words.fields, unasked.fields),
      }
    : words
}

/** The words of all procedures, those of one as a case says them that came by `channel`. */
export function allWordsBy<All extends Readonly<Record<string, ProcedureWords>>>(
  all: All,
  procedure: string,
  channel: Channel,
): All {
  const own = all[procedure]
  return own ? { ...all, [procedure]: wordsBy(own, channel) } : all
}

type Laid<T> = Readonly<Record<string, T>>

const mapped = <A, B>(from: Laid<A>, to: (one: A) => B): Laid<B> =>
  Object.fromEntries(Object.entries(from).map(([key, one]) => [key, to(one)]))

/** Each entry with what is said otherwise; what the procedure does not know stays out. */
const laidOver = <T extends object>(under: Laid<T>, over: Laid<Partial<T>>): Laid<T> =>
  Object.fromEntries(Object.entries(under).map(([key, one]) => [key, { ...one, ...over[key] }]))

/** How `field` is asked for in `move`; a field without words is asked for by its code, as text. */
export const fieldWordsOf = (words: ProcedureWords, move: string, field: string): FieldWords =>
  words.fields[`${move}.${field}`] ?? words.fields[field] ?? { label: said(field, field), control: 'text' }

/** The line of the timeline: what stands in brackets is said only where the unit is known. */
export function doneSaid(words: MoveWords | undefined, unit: string | null): Said {
  const fill = (text: string) =>
    text.replace(/\[([^\]]*)\]/g, (_, part: string) => (unit === null ? '' : part.replace('{unit}', unit)))
  return words ? said(fill(words.done.zh), fill(words.done.en)) : said('', '')
}

/** The way every case goes, in the resident's words. */
export const phaseWords = {
  filed: said('收到', 'Received'),
  routed: said('派单', 'Passed on'),
  working: said('办理', 'Being dealt with'),
  checking: said('核查', 'Being checked'),
  answered: said('答复', 'Answered'),
  ended: said('办结', 'Finished'),
} as const satisfies Record<Phase, Said>

/** Who must act, as people call him. */
export const roleWords = {
  intake: said('受理员', 'intake desk'),
  'intake-head': said('受理组长', 'head of intake'),
  dispatcher: said('派单员', 'dispatcher'),
  handler: said('承办人', 'handler'),
  'section-head': said('科室负责人', 'head of section'),
  'leader-in-charge': said('分管领导', 'leader in charge'),
  'top-leader': said('主要领导', 'head of the unit'),
  'outside-leader': said('区分管领导', 'leader of the district'),
  'ruling-office': said('派单异议裁定组', 'ruling office'),
  approver: said('审批人', 'approver'),
  verifier: said('核查员', 'verifier'),
  'visit-steward': said('回访员', 'call-back desk'),
  supervisor: said('督办员', 'supervisor'),
  'grid-worker': said('网格员', 'grid worker'),
  auditor: said('审计员', 'auditor'),
  administrator: said('系统管理员', 'administrator'),
  applicant: said('诉求人', 'applicant'),
  lead: said('主办单位', 'lead unit'),
  system: said('系统', 'the system'),
  clock: said('到时自动', 'time itself'),
} as const satisfies Record<Role, Said>

export const endWords = {
  completed: said('办结', 'finished'),
  withdrawn: said('撤回', 'withdrawn'),
  diverted: said('不予受理', 'not taken on'),
  linked: said('并入原件', 'linked'),
  cancelled: said('取消', 'called off'),
} as const satisfies Record<EndKind, Said>

export const clockStatusWords = {
  off: said('未计时', 'not running'),
  running: said('计时中', 'running'),
  paused: said('暂停计时', 'paused'),
  ended: said('已到期', 'run out'),
} as const satisfies Record<ClockStatus, Said>

export const channelWords = {
  web: said('网上', 'online'),
  counter: said('窗口', 'counter'),
  hotline: said('热线', 'hotline'),
  mailbox: said('信箱', 'mailbox'),
  import: said('批量导入', 'file import'),
  api: said('系统对接', 'another system'),
  joint: said('协办交办', 'joint task'),
  patrol: said('网格巡查', 'patrol'),
  sensor: said('物联感知', 'sensor'),
} as const satisfies Record<Channel, Said>

const jointPromises: Readonly<Record<string, Said>> = {
  assist: said('协办', 'the joint task'),
  'lead-check': said('主办核收', "the lead's check"),
}

/** What a clock counts: the name of its promise. */
export const promiseSaid = (key: string): Said => jointPromises[key] ?? promiseWord(key)

/** The words on a drawn procedure. */
export const diagramWords = {
  title: said('办理流程图', 'how it goes'),
  here: said('当前环节', 'You are here'),
  person: said('由人办理', 'done by people'),
  clock: said('到时自动', 'happens by itself when time is up'),
  end: said('终点', 'an end'),
  owner: said('负责：', 'Owner: '),
  deadline: said('时限：', 'Deadline: '),
  within: said('环节内：', 'Within: '),
  anywhere: said('办结前可', 'Before it is done: '),
  from: said('可来自：', 'From: '),
  stays: said('本环节还可以：', 'Also possible here: '),
} as const satisfies Record<string, Said>

const engineRefusals = {
  'no-such-move': said('没有这个操作', 'There is no such move'),
  'not-at-this-stage': said('当前环节不能这样办', 'This cannot be done at the present stage'),
  'not-your-move': said('这一步不由您办理', 'This is not yours to do'),
  'not-your-level': said('现在轮到其他层级决定', 'It lies with another level now'),
  'clock-not-running': said('这个时限没有在计时', 'This clock is not running'),
  'clock-leads-nowhere': said(
    '时限到了，但没有后续处理，请联系管理员',
    'Time is up and nothing follows; tell the administrator',
  ),
  'child-unknown': said('没有这项协办任务，或它已经结束', 'There is no such joint task, or it has ended'),
  'nothing-is-due': said('还没有到时限', 'Nothing is due yet'),
  'too-far-from-the-spot': said(
    '您现在离现场太远，请到现场后再提交',
    'You are too far from the spot; please go there first',
  ),
  'nothing-to-refer-to': said(
    '这个类型不能转办，请在“城市部件”或“城市事件”下选一个类型',
    'Nothing can be referred to this type; choose one beneath city components or city events',
  ),
  'somebody-was-first': said('别人刚刚办过这一件，请刷新后再办', 'Somebody was first; look at the case again'),
} as const satisfies Record<EngineRefusal, Said>

const tableRefusals = {
  'your-own-work': said('您经手过这一件，须由他人审核', 'You had a hand in this case; somebody else must judge it'),
  'supplement-asked-before': said(
    '已经要求补正过一次，应当一次告知，不能再要求',
    'More has been asked for once already; everything has to be named in one notice',
  ),
  'ruling-is-final': said('已经裁定过，不能再退单', 'There has been a ruling; it is final'),
  'alarm-is-raised': said('这一件已经标为紧急', 'The alarm is raised already'),
  'alarm-is-answered': said('这一件已经有人接警', 'Somebody has answered this alarm already'),
  'no-alarm': said('这一件没有待复核的紧急情形', 'There is no alarm to be judged'),
  'at-the-top': said('已到最高一级', 'It is at the top already'),
  'not-at-the-top': said('还没有到最高一级', 'It is not at the top yet'),
  'already-overdue': said('延期要在到期之前申请', 'More time must be asked for before it runs out'),
  'extended-enough': said('延期次数已用完', 'It cannot be extended again'),
  'held-enough': said('挂账次数已用完', 'It cannot be put on hold again'),
  'refusal-overruled': said(
    '上级已要求继续办理，不能再说“不”',
    'A superior has said it must be done; no cannot be proposed again',
  ),
  'higher-level-demanded': said(
    '这类事项的“不”须由更高一级决定，请提交上一级',
    'A no on this matter must be decided higher up; pass it on',
  ),
  'children-open': said('还有协办任务未完成', 'A joint task is still open'),
  'no-child-open': said('没有未完成的协办任务', 'No joint task is open'),
  'verify-the-refusal': said('这是办不成的答复，请用“核查通过（办不成）”', 'This answer is a no; verify it as one'),
  'no-refusal-confirmed': said('没有经上级确认的“不”', 'No superior has confirmed a no'),
  'rated-before': said('已经评价过了，评价不能修改', 'It has been rated; a rating cannot be changed'),
  'rectified-enough': said('已经退回整改过一次', 'It has been sent back for putting right once already'),
  'reworked-enough': said('已经退回重办过两次', 'It has been sent back twice already'),
  'reopened-before': said('已经要求过一次重办', 'Reopening has been asked for once already'),
} as const satisfies Record<TableRefusal, Said>

/** Every refusal of the engine and of the common fragments, in words. */
export const caseRefusals = { ...engineRefusals, ...tableRefusals } as const
