import { type Said, said } from '../../../../../platform/words.ts'
import type { LearningState } from '../../../model/learning.ts'

/** The classifier: how it fares, training anew, switching. */
export const learningWords = {
  title: said('派单模型', 'Dispatch model'),
  lead: said(
    '派单建议准不准、改得多不多，一看便知；需要时用大家的改派和裁定重新训练，由人决定换不换。',
    'How right the proposals are and how often they are corrected; train anew on what people decided, and a person decides whether it goes into force.',
  ),
  drift: said('近 30 天的偏移', 'Drift in the last 30 days'),
  low: said('把握不足', 'Not sure'),
  lowNote: said('占有把握度的建议；没有把握度的不计', 'of proposals with a confidence; those without are left out'),
  corrected: said('被人改派', 'Corrected'),
  correctedNote: said('类别或单位被改，占全部派单、改类和裁定', 'category or unit changed, of all decisions'),
  theme: said('建议的类别', 'Proposed category'),
  none: said('近 30 天没有派单', 'Nothing was dispatched in the last 30 days'),
  inForce: said('正在使用的模型', 'The model in force'),
  shipped: said('随系统提供的模型', 'The model that comes with the project'),
  own: said('本地训练的模型', 'A model trained here'),
  macroF1: said('宏平均 F1', 'Macro-F1'),
  accuracy: said('正确率', 'Accuracy'),
  ece: said('校准误差', 'Calibration error'),
  share: said('可自动派出', 'Could go by itself'),
  wrong: said('其中错误', 'Of these wrong'),
  count: said('检验条数', 'Lessons measured'),
  lessons: said('可用的样本', 'What it can learn from'),
  noFiles: said(
    '没有带类别的样本文件（放在数据目录的 lessons 下，.jsonl）',
    'No labelled files (DATA_DIR/lessons/*.jsonl)',
  ),
  train: said('重新训练', 'Train anew'),
  trainLead: said(
    '在后台进行，不影响派单；结束后先看前后对比，再决定是否启用。',
    'Runs beside the city. Look at the comparison when it is done, then decide.',
  ),
  began: said('已开始训练', 'The training has begun'),
  callOff: said('取消训练', 'Call it off'),
  calledOff: said('已取消', 'Called off'),
  progress: said('训练进度', 'Progress of the training'),
  history: said('历次训练', 'Trainings'),
  noHistory: said('还没有训练过', 'Nothing was trained yet'),
  asked: said('时间', 'When'),
  by: said('发起人', 'Who'),
  state: said('状态', 'State'),
  comparison: said('前后对比', 'Before and after'),
  before: said('现用', 'Before'),
  after: said('新模型', 'After'),
  onAll: said('各自的交叉检验', 'Each on its own folds'),
  onDecisions: said('两者都没学过的人工决定', 'Decisions that neither had learnt from'),
  classes: said('各类 F1', 'F1 by class'),
  switchOn: said('启用', 'Put in force'),
  switchBack: said('换回随系统提供的模型', 'Switch back to the shipped model'),
  switchLead: said(
    '所有进程几秒内换用；随时可以换回。',
    'Every process follows within seconds; it can be switched back at any time.',
  ),
  switched: said('已启用', 'In force now'),
  using: said('正在使用', 'In force'),
} as const satisfies Record<string, Said>

export const learningStateWords = {
  running: said('训练中', 'Running'),
  ready: said('已完成', 'Ready'),
  failed: said('没有成功', 'Failed'),
  'called-off': said('已取消', 'Called off'),
} as const satisfies Record<LearningState, Said>

export const learningCountWords = {
  files: (files: readonly string[]): Said =>
    said(`样本文件 ${files.length} 个：${files.join('、')}`, `${files.length} labelled files: ${files.join(', ')}`),
  decisions: (count: number): Said =>
    said(
      `人工决定 ${count} 件（只存编号，训练时才打开原文）`,
      `${count} cases decided by people (kept as ids, opened only while training)`,
    ),
  learnt: (files: number, decisions: number, leftOut: number): Said =>
    said(
      `样本文件 ${files} 条，人工决定 ${decisions} 件，未用 ${leftOut} 件`,
      `${files} from files, ${decisions} decisions, ${leftOut} left out`,
    ),
  since: (at: string, by: string): Said => said(`${at} 由 ${by} 启用`, `In force since ${at}, by ${by}`),
} as const
