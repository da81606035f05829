import { schemaProblems } from '../../../platform/forms/design.ts'
import type { Said } from '../../../platform/words.ts'
import type { Term } from '../../worktime/model.ts'
import type { CategoryPath, KnownProcedure, Matter, Paper, ServicePromise } from '../model.ts'
import { type ProblemCode, problemWords } from '../words.ts'
import { isLonger, promiseOn } from './promises.ts'

/** One thing about a matter. An `error` keeps it from being published; a `notice` wants a human eye. */
export type Problem = {
  readonly code: ProblemCode
  readonly weight: 'error' | 'notice'
  /** JSON pointer into the matter. */
  readonly at: string
  readonly said: Said
}

const found = (code: ProblemCode, at: string, what = '', weight: Problem['weight'] = 'error'): Problem => ({
  code,
  weight,
  at,
  said: problemWords[code](what),
})

const when = (is: boolean, problem: Problem): Problem[] => (is ? [problem] : [])

/**
 * Everything about a matter that keeps it from being published, and what to look at besides. Pure: the editor shows
 * the same list while somebody types. `isCategory` says whether a path is in the tree; left out, any path will do.
 */
export function matterProblems(
  matter: Matter,
  procedures: readonly KnownProcedure[],
  isCategory: (path: CategoryPath) => boolean = () => true,
): readonly Problem[] {
  return [
    ...inHead(matter, isCategory),
    ...inProcedure(matter, procedures),
    ...matter.promises.flatMap((promise, at) => inPromise(promise, `/promises/${at}`)),
    ...overlaps(matter.promises),
    ...inPapers(matter.papers),
    ...catchAlls(matter),
    ...schemaProblems(matter.form).map(({ path, said }) => ({
      ...found('form-wrong', `/form${path}`),
      said: { zh: problemWords['form-wrong'](said.zh).zh, en: problemWords['form-wrong'](said.en).en },
    })),
  ]
}

function inHead(matter: Matter, isCategory: (path: CategoryPath) => boolean): Problem[] {
  const { name, category, duty, effectiveFrom, effectiveTo, rating } = matter
  const path = category.join('/')
  const known = category.length > 0 && category.every((step) => step !== '')
  return [
    ...when(name.zh.trim() === '' || name.en.trim() === '', found('name-missing', '/name')),
    ...when(matter.sourceDoc.trim() === '', found('source-missing', '/sourceDoc')),
    ...when(matter.audience.length === 0, found('audience-missing', '/audience')),
    ...when(!known, found('category-missing', '/category')),
    ...when(known && !isCategory(category), found('category-unknown', '/category', path)),
    ...when(duty.rule === 'unit' && !duty.unit, found('unit-missing', '/duty/unit')),
    ...when(effectiveTo !== null && effectiveTo < effectiveFrom, found('span-reversed', '/effectiveTo')),
    ...when(rating.rectify && !rating.asked, found('rectify-without-rating', '/rating/rectify')),
  ]
}

/** Nothing waits for ever (design 2.1): every clock the procedure may start needs its promise from the first day. */
function inProcedure(matter: Matter, procedures: readonly KnownProcedure[]): Problem[] {
  const procedure = procedures.find(({ name }) => name === matter.procedure)
  if (!procedure) return [found('unknown-procedure', '/procedure', matter.procedure)]
  const { needs, milestones = [] } = procedure
  const goals = matter.milestones ?? []
  return [
    ...promisesMissing(matter, [...new Set([...needs, ...milestones.slice(0, Math.max(1, goals.length))])]),
    ...goals.flatMap(({ promise }, at) =>
      when(promise !== milestones[at], found('milestone-unknown', `/milestones/${at}/promise`, promise)),
    ),
  ]
}

function promisesMissing(matter: Matter, needs: readonly string[]): Problem[] {
  return needs
    .filter((key) => promiseOn(matter, key, matter.effectiveFrom) === null)
    .map((key) => found('promise-missing', '/promises', key))
}

/** Days are counted whole; ten years is the longest any rule may promise (kernel/worktime). */
const isCountable = ({ amount, unit }: Term): boolean =>
  unit === 'hour' || unit === 'workhour' || (Number.isInteger(amount) && amount <= 3_660)

function inPromise(promise: ServicePromise, at: string): Problem[] {
  const { key, term, warning, legal, from, until, extension } = promise
  return [
    ...when(!isCountable(term), found('term-not-whole', `${at}/term/amount`, key)),
    ...when(extension !== undefined && !isCountable(extension), found('term-not-whole', `${at}/extension/amount`, key)),
    ...when(until !== null && until < from, found('promise-span-reversed', `${at}/until`, key)),
    ...when(warning !== undefined && !isInside(warning, promise), found('warning-outside-term', `${at}/warning`, key)),
    ...when(
      (promise.maxExtensions ?? 0) > 0 && promise.extension === undefined,
      found('extension-without-term', `${at}/extension`, key),
    ),
    ...(legal ? againstLaw(isLonger(term, legal.term), `${at}/term`, key) : []),
    ...when(promise.mark === '△', found('promise-unconfirmed', `${at}/mark`, key, 'notice')),
  ]
}

/** 承诺时限不长于法定时限: e.g. 行政许可法 第四十二条 sets twenty days; a promise may only shorten what a law sets. */
function againstLaw(longer: boolean | null, at: string, key: string): Problem[] {
  if (longer === null) return [found('promise-beside-law', at, key, 'notice')]
  return when(longer, found('promise-longer-than-law', at, key))
}

function isInside(warning: NonNullable<ServicePromise['warning']>, { term }: ServicePromise): boolean {
  if ('share' in warning) return warning.share > 0 && warning.share < 1
  return warning.amount > 0 && isLonger(term, warning) !== false
}

function overlaps(promises: readonly ServicePromise[]): Problem[] {
  return promises.flatMap((promise, at) =>
    when(
      promises.slice(0, at).some((before) => before.key === promise.key && shareADay(before, promise)),
      found('promise-overlaps', `/promises/${at}/from`, promise.key),
    ),
  )
}

const shareADay = (a: ServicePromise, b: ServicePromise): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until)

function inPapers(papers: readonly Paper[]): Problem[] {
  return papers.flatMap((paper, at) => [
    ...when(
      papers.findIndex(({ key }) => key === paper.key) < at,
      found('paper-repeated', `/papers/${at}/key`, paper.key),
    ),
    ...when(
      paper.need === 'sometimes' && !paper.when?.zh.trim(),
      found('paper-without-when', `/papers/${at}/when`, paper.name.zh),
    ),
  ])
}

/** Phrases that leave it open what else may be asked for. */
const catchAllPhrases = [
  /(其他|其它|相关|有关)(应当|需要|需|要求|必要|所需)?(提交|提供|补充)?的?(相关|有关|必要)?的?(材料|资料|文件|证明|证件|条件|情形|要求)/,
  /规定的(其他|其它)/,
  /(视情况|根据(情况|需要)|必要时)(另行)?(提供|提交|补充)/,
  /(窗口|部门|单位|工作人员)(认为|要求)(需要|必要|提供|提交|的)/,
  /\b(any )?other (relevant |required |necessary |supporting )?(materials?|documents?|papers?|conditions?|requirements?)\b/i,
  /\bas (otherwise )?(required|requested) by\b/i,
]

/**
 * 兜底条款: a paper or a condition that leaves open what may be asked for.
 * 上海市优化营商环境条例（2024）第二十四条第四款：政务服务事项办理条件不得含有兜底条款，不得要求提供办事指南规定之外的申请材料。
 */
function catchAlls({ papers, conditions = [] }: Matter): Problem[] {
  const places: (readonly [string, Said | undefined])[] = [
    ...conditions.map((condition, at) => [`/conditions/${at}`, condition] as const),
    ...papers.flatMap(({ name, when: need, standard }, at) => [
      [`/papers/${at}/name`, name] as const,
      [`/papers/${at}/when`, need] as const,
      [`/papers/${at}/standard`, standard] as const,
    ]),
  ]
  return places.flatMap(([at, text]) => {
    const phrase = catchAllPhrases.find((pattern) => text && (pattern.test(text.zh) || pattern.test(text.en)))
    return text && phrase ? [found('catch-all', at, text.zh)] : []
  })
}
