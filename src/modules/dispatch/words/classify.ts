import { type Said, said } from '../../../platform/words.ts'
import type { ModelRefusal, RowTrouble, Silence, TrainRefusal } from '../model/classify.ts'

export const silenceWords = {
  'nothing-written': said('没有可以识别的文字', 'There are no words to read'),
  'nothing-known': said('内容太少或无法识别，请人工分类', 'Too little is known here; please choose the class yourself'),
} as const satisfies Record<Silence, Said>

export const modelRefusalWords = {
  'not-a-model': said('这不是分类模型文件', 'This is not a model file'),
  'model-of-other-version': said('模型文件版本不符，请重新训练', 'The model is of another version; train it again'),
  'model-damaged': said('模型文件已损坏', 'The model file is damaged'),
} as const satisfies Record<ModelRefusal, Said>

export const trainRefusalWords = {
  'too-few-lessons': said('训练样本太少', 'There are too few lessons'),
  'called-off': said('训练已取消', 'The training was called off'),
  'one-class-only': said('训练样本至少要有两个类别', 'The lessons need at least two classes'),
} as const satisfies Record<TrainRefusal, Said>

export const rowTroubleWords = {
  'not-json': said('不是 JSON', 'is not JSON'),
  'not-an-object': said('不是对象', 'is not an object'),
  'no-text': said('没有文字', 'has no text'),
  'field-is-no-text': said('字段类型不对', 'has a field that is no text'),
  'no-label': said('没有类别', 'has no label'),
} as const satisfies Record<RowTrouble, Said>

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

export const classifyWords = {
  usage: said(
    '用法：npm run dispatch -- train 文件… --out 文件 [--folds 5] [--error 0.02] [--threads 2] | evaluate 文件 [--model 文件] [--threads 2] | classify 文件 [--model 文件] [--threads 2]',
    'Usage: npm run dispatch -- train FILES… --out FILE [--folds 5] [--error 0.02] [--threads 2] | evaluate FILE [--model FILE] [--threads 2] | classify FILE [--model FILE] [--threads 2]',
  ),
  noFile: (file: string): Said => said(`没有这个文件：${file}`, `There is no file ${file}`),
  row: (file: string, line: number, trouble: Said): Said =>
    said(`${file} 第 ${line} 行：${trouble.zh}`, `${file} line ${line}: ${trouble.en}`),
  rows: (file: string, rows: number, bad: number): Said =>
    said(`${file}：${rows} 行可用，${bad} 行不可用`, `${file}: ${rows} rows read, ${bad} not`),
  nothingToMeasure: said('没有带类别的原文可评', 'There is no labelled letter to measure'),
  round: (round: number, of: number): string => `${round} / ${of}`,
  trained: (distinct: number, seconds: number, file: string, bytes: number): Said =>
    said(
      `已用 ${distinct} 条不重复样本训练，用时 ${seconds} 秒，写入 ${file}（${bytes} 字节）`,
      `Trained on ${distinct} distinct lessons in ${seconds} s, written to ${file} (${bytes} bytes)`,
    ),
  onFolds: (folds: number): Said =>
    said(`以下由 ${folds} 折交叉检验得出，近似重复不跨折`, `Measured on ${folds} folds; no near-duplicate crosses`),
  onRaw: said('其中原文形式的样本', 'Of these, the lessons in their raw form'),
  summary: (count: number, accuracy: number, macroF1: number): Said =>
    said(
      `${count} 条，正确率 ${percent(accuracy)}，宏平均 F1 ${macroF1.toFixed(4)}`,
      `${count} letters, accuracy ${percent(accuracy)}, macro-F1 ${macroF1.toFixed(4)}`,
    ),
  classes: said('类别：数量、精确率、召回率、F1', 'Class: count, precision, recall, F1'),
  confusion: said('混淆矩阵：行为真实类别，列为建议类别', 'Confusion: rows are the truth, columns the proposal'),
  reliability: said(
    '可靠性：置信区间、数量、平均置信度、实际正确率',
    'Reliability: confidence from to, count, mean confidence, share right',
  ),
  ece: (ece: number): Said => said(`期望校准误差 ${ece.toFixed(4)}`, `Expected calibration error ${ece.toFixed(4)}`),
  automatic: (threshold: number, share: number, error: number): Said =>
    said(
      `置信度不低于 ${threshold.toFixed(4)} 的自动派出：占 ${percent(share)}，其中错误 ${percent(error)}`,
      `From confidence ${threshold.toFixed(4)} on by itself: ${percent(share)}, of which wrong ${percent(error)}`,
    ),
  speed: (count: number, perSecond: number): Said =>
    said(`已分类 ${count} 条，每秒 ${perSecond} 条`, `${count} classified, ${perSecond} a second`),
}
