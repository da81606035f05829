import { Type } from 'typebox'
import { OrNull, oneOf } from '../../people/routes/shapes.ts'
import { messageLimits } from '../model/message.ts'
import { CategorySchema, MatterIdSchema, SaidSchema } from '../model/schema.ts'
import { type Matter, type MatterCard, matterKinds } from '../model.ts'
import { promiseSentence } from '../words.ts'

export const DistrictQuery = { district: Type.Optional(Type.String({ title: '行政区划', pattern: '^\\d{6,12}$' })) }
export const MatterParams = Type.Object({ id: MatterIdSchema })
export const Kind = oneOf(matterKinds, '类型')
export const AudienceQuery = oneOf(['person', 'enterprise'], '服务对象')
export const PathQuery = Type.String({
  title: '分类',
  maxLength: 400,
  description: "names from the trunk joined by '/'",
})
export const Words = Type.String({ title: '关键词', maxLength: 200 })
/** A message as it would be filed, for what it might be about. */
export const SuggestBody = Type.Object({
  ...DistrictQuery,
  title: Type.Optional(Type.String({ title: '标题', maxLength: messageLimits.title.max })),
  text: Type.String({ title: '内容', minLength: 1, maxLength: messageLimits.text.max }),
})
export const Revision = Type.Integer({ title: '草稿修订号', minimum: 0 })

export const Card = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    name: SaidSchema,
    category: Type.Array(Type.String()),
    kind: Kind,
    audience: Type.Array(AudienceQuery),
    urgent: Type.Boolean(),
  },
  { title: 'MatterCard' },
)

type Shown = Omit<MatterCard, 'urgent' | 'intakeWords'> & { readonly urgent?: boolean }

/** Intake words stay inside: they are how we listen, not what we say. */
export const cardOf = ({ id, version, name, category, kind, audience, urgent = false }: Shown) => ({
  id,
  version,
  name,
  category: [...category],
  kind,
  audience: [...audience],
  urgent,
})

/** A form, a paper or a whole matter: JSON of its own, described by the catalogue. */
const Open = <T>(description: string) => Type.Unsafe<T>({ description })

export const PublicMatter = Type.Object(
  {
    ...Card.properties,
    form: Open<Matter['form']>('JSON Schema of the form'),
    papers: Open<Matter['papers']>('papers asked for'),
    conditions: Open<NonNullable<Matter['conditions']>>('conditions, each complete in itself'),
    promises: Type.Array(
      Type.Object({ key: Type.String(), mark: Type.String(), source: Type.String(), said: SaidSchema }),
    ),
    rating: Type.Boolean({ description: 'whether a rating is asked for afterwards' }),
    effectiveFrom: Type.String(),
    effectiveTo: OrNull(Type.String()),
    sourceDoc: Type.String(),
  },
  { title: 'Matter' },
)

/** What a resident may know of a matter. Promises that no longer or not yet hold on the day are left out. */
export const publicMatter = (matter: Matter, day: string) => ({
  ...cardOf({ ...matter, urgent: matter.urgent ?? false }),
  form: matter.form,
  papers: matter.papers,
  conditions: matter.conditions ?? [],
  promises: matter.promises
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .map((promise) => ({
      key: promise.key,
      mark: promise.mark,
      source: promise.source,
      said: promiseSentence(promise),
    })),
  rating: matter.rating.asked,
  effectiveFrom: matter.effectiveFrom,
  effectiveTo: matter.effectiveTo,
  sourceDoc: matter.sourceDoc,
})

export const Line = Type.Object(
  {
    id: Type.String(),
    status: oneOf(['draft', 'published', 'retired']),
    version: Type.Integer(),
    name: SaidSchema,
    category: Type.String(),
    kind: Kind,
    procedure: Type.String(),
    urgent: Type.Boolean(),
    effectiveFrom: Type.String(),
    lastDay: OrNull(Type.String()),
    hasDraft: Type.Boolean(),
    changedAt: Type.String(),
    changedBy: Type.String(),
  },
  { title: 'MatterLine' },
)

export const ProblemLine = Type.Object({
  code: Type.String(),
  weight: oneOf(['error', 'notice']),
  at: Type.String({ description: 'JSON pointer into the matter' }),
  said: SaidSchema,
})

export const ChangeLine = Type.Object({
  at: Type.String(),
  part: SaidSchema,
  kind: oneOf(['added', 'removed', 'changed']),
  before: Type.Optional(Open<unknown>('what stood there')),
  after: Type.Optional(Open<unknown>('what would stand there')),
})

export const WholeMatter = Type.Object(
  {
    ok: Type.Literal(true),
    id: Type.String(),
    status: oneOf(['draft', 'published', 'retired']),
    version: Type.Integer(),
    lastDay: OrNull(Type.String()),
    published: Open<Matter | null>('the newest published version, whole'),
    draft: Open<Matter | null>('the draft, whole'),
    draftRevision: Revision,
    changedAt: Type.String(),
    changedBy: Type.String(),
    problems: Type.Array(ProblemLine),
    changes: Type.Array(ChangeLine),
    can: Type.Array(Type.String()),
  },
  { title: 'CatalogueMatter' },
)

export const VersionLine = Type.Object({
  version: Type.Integer(),
  effectiveFrom: Type.String(),
  effectiveTo: OrNull(Type.String()),
  publishedAt: Type.String(),
  publishedBy: Type.String(),
  note: Type.String(),
})

export const TreeLine = Type.Object({ ...CategorySchema.properties, path: Type.String() }, { title: 'Category' })

const RowErrorLine = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  said: SaidSchema,
  value: Type.String(),
})

export const ImportAnswer = Type.Object(
  {
    taken: Type.Boolean({ description: 'false: there were faults and everything was asked for; nothing was written' }),
    report: Type.Object({
      drafts: Type.Integer(),
      published: Type.Integer(),
      unchanged: Type.Integer(),
      categories: Type.Integer(),
      errors: Type.Array(RowErrorLine),
    }),
  },
  { title: 'CatalogueImport' },
)
