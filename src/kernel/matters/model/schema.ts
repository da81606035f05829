import { type Static, Type } from 'typebox'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import type { Day } from '../../../platform/time.ts'
import { startRules, termUnits } from '../../worktime/model.ts'
import { type Category, type CategoryId, dutyRules, type Matter, type MatterId, matterKinds } from '../model.ts'

/** The door: what a body or a file may say of a matter. What it means is judged by `matterProblems`. */

const strict = { additionalProperties: false } as const
const text = (most: number) => Type.String({ maxLength: most })
const dayPattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$'

export const DaySchema = Type.Unsafe<Day>(Type.String({ pattern: dayPattern, format: 'date' }))
export const SaidSchema = Type.Object({ zh: text(500), en: text(500) }, strict)
export const MatterIdSchema = Type.Unsafe<MatterId>(Type.String({ pattern: '^matter_[a-z0-9][a-z0-9-]{0,59}$' }))
export const CategoryIdSchema = Type.Unsafe<CategoryId>(Type.String({ pattern: '^category_[a-z0-9][a-z0-9-]{0,79}$' }))
/** The form is judged by `schemaProblems`; the door only knows that it is an object. */
const FormSchema = Type.Unsafe<JsonSchema>(Type.Record(Type.String(), Type.Unknown()))

/** One shape for every unit, so that a fault is told at its field; whole days are `matterProblems`' business. */
const TermSchema = Type.Object(
  {
    amount: Type.Number({ minimum: 0, maximum: 87_840 }),
    unit: Type.Enum(termUnits),
    start: Type.Optional(Type.Enum(startRules)),
  },
  strict,
)

const WarningSchema = Type.Union([
  Type.Object({ amount: Type.Number({ minimum: 0 }), unit: Type.Enum(termUnits) }, strict),
  Type.Object({ share: Type.Number({ minimum: 0, maximum: 1 }) }, strict),
])

export const PromiseSchema = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    term: TermSchema,
    warning: Type.Optional(WarningSchema),
    maxExtensions: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
    extension: Type.Optional(TermSchema),
    pausable: Type.Optional(Type.Boolean()),
    legal: Type.Optional(Type.Object({ term: TermSchema, basis: text(300) }, strict)),
    source: text(300),
    mark: Type.Enum(['●', '○', '△']),
    from: DaySchema,
    until: Type.Union([DaySchema, Type.Null()]),
  },
  strict,
)

const PaperSchema = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    name: SaidSchema,
    need: Type.Enum(['must', 'may', 'sometimes']),
    when: Type.Optional(SaidSchema),
    form: Type.Enum(['original', 'copy', 'electronic']),
    copies: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    issuedBy: Type.Optional(Type.Enum(['applicant', 'government', 'intermediary', 'other'])),
    standard: Type.Optional(SaidSchema),
    basis: Type.Optional(text(300)),
  },
  strict,
)

const DutySchema = Type.Object(
  { rule: Type.Enum([...dutyRules]), unit: Type.Optional(Type.String({ pattern: '^unit_[a-z0-9-]{1,80}$' })) },
  strict,
)

const contents = {
  name: SaidSchema,
  code: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{1,64}$' })),
  category: Type.Array(Type.String({ minLength: 1, maxLength: 60, pattern: '^[^/]+$' }), { maxItems: 12 }),
  kind: Type.Enum(matterKinds),
  procedure: Type.String({ minLength: 1, maxLength: 60 }),
  form: FormSchema,
  papers: Type.Array(PaperSchema, { maxItems: 100 }),
  conditions: Type.Optional(Type.Array(SaidSchema, { maxItems: 100 })),
  closing: Type.Optional(Type.Array(SaidSchema, { maxItems: 100 })),
  promises: Type.Array(PromiseSchema, { maxItems: 200 }),
  milestones: Type.Optional(
    Type.Array(Type.Object({ promise: PromiseSchema.properties.key, name: SaidSchema }, strict), {
      minItems: 1,
      maxItems: 9,
    }),
  ),
  duty: DutySchema,
  componentTypes: Type.Optional(
    Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { maxItems: 40, uniqueItems: true }),
  ),
  refusalLadder: Type.Object({ confirmAt: Type.Enum([1, 2, 3, 4]) }, strict),
  rating: Type.Object({ asked: Type.Boolean(), rectify: Type.Boolean() }, strict),
  urgent: Type.Optional(Type.Boolean()),
  internal: Type.Optional(Type.Boolean()),
  audience: Type.Array(Type.Enum(['person', 'enterprise']), { maxItems: 2, uniqueItems: true }),
  intakeWords: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 200 }),
  effectiveFrom: DaySchema,
  effectiveTo: Type.Union([DaySchema, Type.Null()]),
  sourceDoc: text(500),
}

/** What an editor sends: a matter without the things only the catalogue may say. */
export const MatterContents = Type.Object(contents, strict)
export type MatterContents = Omit<Matter, 'id' | 'version' | 'district' | 'status'>

export const MatterSchema = Type.Object(
  {
    id: MatterIdSchema,
    version: Type.Integer({ minimum: 0 }),
    district: Type.String({ pattern: '^[0-9]{6,12}$' }),
    status: Type.Enum(['draft', 'published', 'retired']),
    ...contents,
  },
  strict,
)

export const CategorySchema = Type.Object(
  {
    id: CategoryIdSchema,
    version: Type.Integer({ minimum: 1 }),
    parent: Type.Union([CategoryIdSchema, Type.Null()]),
    name: Type.Object({ zh: Type.String({ minLength: 1, maxLength: 60 }), en: text(120) }, strict),
    aliases: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100 }),
    ordinal: Type.Integer({ minimum: 0 }),
    retired: Type.Boolean(),
  },
  strict,
)

/** Whatever passes the door is a thing of the model: the compiler holds schema and type together. */
export const asMatter = (given: Static<typeof MatterSchema>): Matter => given
export const asContents = (given: Static<typeof MatterContents>): MatterContents => given
export const asCategory = (given: Static<typeof CategorySchema>): Category => given
