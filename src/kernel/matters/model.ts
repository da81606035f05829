import type { JsonSchema } from '../../platform/forms/schema.ts'
import type { Day } from '../../platform/time.ts'
import type { Said } from '../../platform/words.ts'
import type { Term, Warning } from '../worktime/model.ts'

export type MatterId = `matter_${string}`
export type CategoryId = `category_${string}`

/** Names from the trunk to the leaf, of any depth; stored as text joined by '/', so no name may hold that sign. */
export type CategoryPath = readonly string[]

/** 事项分类: one node of the tree. `aliases` are other names it answers to, its former names among them. */
export type Category = {
  readonly id: CategoryId
  readonly version: number
  readonly parent: CategoryId | null
  readonly name: Said
  readonly aliases: readonly string[]
  /** Place among its siblings, from 0. */
  readonly ordinal: number
  /** No longer offered for new matters; old ones keep their path. */
  readonly retired: boolean
}

/** How far the thing read can be relied on (domain dossier, section 0): law read, excerpt read, to be confirmed. */
export type Mark = '●' | '○' | '△'

/** What a promise is about: 'sign', 'handle', 'verify' … The procedure names the keys it needs. */
export type PromiseKey = string

/** 时限承诺: one record of what the city promises, with the paper it rests on and the days it holds. */
export type ServicePromise = {
  readonly key: PromiseKey
  readonly term: Term
  readonly warning?: Warning
  readonly maxExtensions?: number
  readonly extension?: Term
  readonly pausable?: boolean
  /** The limit the law itself sets, where it sets one; the promise may be shorter, never longer. */
  readonly legal?: { readonly term: Term; readonly basis: string }
  /** The document it is taken from. */
  readonly source: string
  readonly mark: Mark
  /** First day in force. */
  readonly from: Day
  /** Last day in force, itself included; null while no end is known. */
  readonly until: Day | null
}

/** 申请材料: one paper asked for. */
export type Paper = {
  readonly key: string
  readonly name: Said
  readonly need: 'must' | 'may' | 'sometimes'
  /** 非必要时办理情形: when a paper that is needed `sometimes` is needed. */
  readonly when?: Said
  readonly form: 'original' | 'copy' | 'electronic'
  readonly copies?: number
  /** 来源渠道: who makes the paper out. */
  readonly issuedBy?: 'applicant' | 'government' | 'intermediary' | 'other'
  /** 受理标准: what makes it acceptable. */
  readonly standard?: Said
  readonly basis?: string
}

/** 咨询, 求助, 投诉, 举报, 建议, 表扬. */
export const matterKinds = ['consult', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const
export type MatterKind = (typeof matterKinds)[number]
export type MatterStatus = 'draft' | 'published' | 'retired'
export type Audience = 'person' | 'enterprise'

/**
 * Who is responsible: found on the duty list by category and place, or one named unit. Where both an owner and a
 * territory could be, `owner-first` (先属主后属地) asks who owns the thing, `territory-first` (先属地后属主) whose ground it
 * stands on.
 */
export const dutyRules = ['duty-list', 'owner-first', 'territory-first', 'unit'] as const
export type Duty = { readonly rule: (typeof dutyRules)[number]; readonly unit?: string }

/** 阶段: one of several goals on the way of one piece of work, each with a promise of its own (停工, 处罚, 拆除). */
export type Milestone = { readonly promise: PromiseKey; readonly name: Said }

/** 事项: one version of what may be asked for. A version once published never changes; a case keeps its own. */
export type Matter = {
  readonly id: MatterId
  /** 0 while it is a draft; the first published one is 1. */
  readonly version: number
  readonly district: string
  readonly name: Said
  /** 实施编码, where the matter has one: a string, never parsed for business logic. */
  readonly code?: string
  readonly category: CategoryPath
  readonly kind: MatterKind
  readonly procedure: string
  readonly form: JsonSchema
  readonly papers: readonly Paper[]
  /** 受理条件, each complete in itself: no catch-all. */
  readonly conditions?: readonly Said[]
  /** 结案条件: what must be seen before it is closed. */
  readonly closing?: readonly Said[]
  readonly promises: readonly ServicePromise[]
  /** Absent: the work has one goal. */
  readonly milestones?: readonly Milestone[]
  readonly duty: Duty
  /** Types of components (部件) that it is about, by the digits of their codes in the register; absent: of none. */
  readonly componentTypes?: readonly string[]
  /** 说"不"提级: the level that has to confirm a no (1 首问负责人, 2 科室负责人, 3 分管领导, 4 主要领导). */
  readonly refusalLadder: { readonly confirmAt: 1 | 2 | 3 | 4 }
  readonly rating: { readonly asked: boolean; readonly rectify: boolean }
  readonly urgent?: boolean
  /** Opened by the city for itself, as a joint task is: never offered to residents. */
  readonly internal?: boolean
  readonly audience: readonly Audience[]
  /** Words of a message that suggest this matter. */
  readonly intakeWords: readonly string[]
  readonly effectiveFrom: Day
  /** Last day in force, itself included. */
  readonly effectiveTo: Day | null
  readonly status: MatterStatus
  readonly sourceDoc: string
}

/** A matter as lists and searches carry it. */
export type MatterCard = Pick<Matter, 'id' | 'version' | 'name' | 'category' | 'kind' | 'audience' | 'intakeWords'> & {
  readonly urgent: boolean
}

/**
 * What the catalogue must know of a procedure to judge a matter: its name, the promises its clocks need, and those of
 * its milestones in their order, of which a matter makes as many as it has milestones.
 */
export type KnownProcedure = {
  readonly name: string
  readonly needs: readonly PromiseKey[]
  readonly milestones?: readonly PromiseKey[]
}

/** The whole catalogue of a district as a file carries it. */
export type Catalogue = {
  readonly format: 'yiwang-catalogue/1'
  readonly district: string
  readonly categories: readonly Category[]
  readonly matters: readonly Matter[]
}

export type MatterRefusal =
  | 'no-such-matter'
  | 'no-such-version'
  | 'no-draft'
  | 'draft-exists'
  | 'changed-meanwhile'
  | 'matter-has-problems'
  | 'starts-before-last'
  | 'already-retired'
  | 'other-district'
  | 'unreadable-file'
  | 'unknown-file-format'
  | 'too-many-entries'
  | 'import-has-errors'
  | 'tree-has-problems'
  | 'draft-of-somebody-else'
