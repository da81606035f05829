import { type Static, type TSchema, Type } from 'typebox'
import { termUnits } from '../../worktime/model.ts'
import { MarkView } from './reading.ts'

/** What the doors of a case hand out: read by the pages, and by whoever uses the API. */

const Text = Type.String()
const TextOrNull = Type.Union([Text, Type.Null()])
export const OrNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

/** A sentence in both tongues. */
export const SaidView = Type.Object({ zh: Text, en: Text })

export const lights = ['green', 'yellow', 'red', 'none'] as const
export type CaseLight = (typeof lights)[number]
/** `none`: no clock runs. */
export const LightView = Type.Enum([...lights])

/** What draws a field of a move: the kinds of `words.ts`. `evidence` takes hashes of photographs and papers. */
export const controls = [
  'text',
  'long-text',
  'choice',
  'yes-no',
  'stars',
  'day',
  'unit',
  'staff',
  'case',
  'category',
  'spot',
  'matter',
  'evidence',
] as const
export type Control = (typeof controls)[number]

export const FieldView = Type.Object(
  {
    name: Text,
    label: SaidView,
    control: Type.Enum([...controls]),
    /** What JSON must carry: a star is an integer, some yes-no are booleans, others words. */
    type: Type.Enum(['string', 'integer', 'boolean', 'array', 'object']),
    required: Type.Boolean(),
    hint: Type.Optional(SaidView),
    minLength: Type.Optional(Type.Integer()),
    maxLength: Type.Optional(Type.Integer()),
    minimum: Type.Optional(Type.Integer()),
    maximum: Type.Optional(Type.Integer()),
    maxItems: Type.Optional(Type.Integer()),
    choices: Type.Optional(Type.Array(Type.Object({ value: Text, label: SaidView }))),
  },
  { title: 'MoveField' },
)
export type FieldView = Static<typeof FieldView>

export const MoveView = Type.Object(
  {
    move: Text,
    label: SaidView,
    /** `danger` asks before it is done. */
    tone: Type.Enum(['primary', 'plain', 'danger']),
    confirm: Type.Optional(SaidView),
    fields: Type.Array(FieldView),
  },
  { title: 'OpenMove' },
)
export type MoveView = Static<typeof MoveView>

/** A photograph or paper of a case. The addresses open it for whoever was given them, for an hour. */
export const PhotoView = Type.Object(
  {
    hash: Text,
    kind: Type.Enum(['image', 'pdf', 'gone']),
    url: Text,
    thumbUrl: Text,
    width: OrNull(Type.Integer()),
    height: OrNull(Type.Integer()),
  },
  { title: 'CasePhoto' },
)
export type PhotoView = Static<typeof PhotoView>

/** When the case must next be further, and how that was reckoned. */
export const DueView = Type.Object(
  { at: Text, light: LightView, explained: SaidView, provisional: Type.Boolean() },
  { title: 'CaseDue' },
)
export type DueView = Static<typeof DueView>

/** One step of the way a case goes. */
export const PathStep = Type.Object({
  phase: Type.Enum(['filed', 'routed', 'working', 'checking', 'answered', 'ended']),
  label: SaidView,
  state: Type.Enum(['done', 'here', 'ahead']),
})
export type PathStep = Static<typeof PathStep>

/** One row of a list, and the head of a case. */
const line = {
  id: Text,
  number: Text,
  version: Type.Integer(),
  procedure: Text,
  matter: Text,
  matterName: SaidView,
  title: OrNull(Type.String({ description: 'null once the person’s data is destroyed' })),
  category: Text,
  kind: Text,
  channel: Text,
  stage: Text,
  stageLabel: SaidView,
  phase: Text,
  settled: Type.Boolean(),
  ended: Type.Boolean(),
  unit: TextOrNull,
  unitName: TextOrNull,
  holder: TextOrNull,
  holderName: TextOrNull,
  area: TextOrNull,
  filedAt: Text,
  changedAt: Text,
  due: TextOrNull,
  dueIn: OrNull(
    Type.Enum([...termUnits], { description: 'the unit in which the term was promised that is over then' }),
  ),
  light: LightView,
  overdue: Type.Boolean(),
  supervision: Type.Integer({ description: '0 to 3' }),
  outcome: OrNull(Type.Enum(['solved', 'explained', 'unsolved'])),
  stars: OrNull(Type.Integer()),
  urgent: Type.Boolean(),
  parent: TextOrNull,
}
export const CaseLine = Type.Object(line, { title: 'CaseLine' })
export type CaseLine = Static<typeof CaseLine>

export const CaseLink = Type.Object(
  {
    id: Text,
    number: Text,
    title: TextOrNull,
    stage: Text,
    stageLabel: SaidView,
    unitName: TextOrNull,
    ended: Type.Boolean(),
    due: TextOrNull,
    light: LightView,
  },
  { title: 'CaseLink' },
)
export type CaseLink = Static<typeof CaseLink>

/** What was told, opened for whoever may read the case; telephone and name are covered until they are unmasked. */
export const ToldView = Type.Object(
  {
    state: Type.Enum(['open', 'destroyed']),
    title: Text,
    text: Text,
    place: TextOrNull,
    happenedAt: TextOrNull,
    contact: Type.Object({ name: TextOrNull, phone: TextOrNull }),
    /** The other fields of the matter's form as label and answer. */
    form: Type.Array(Type.Object({ name: Text, label: SaidView, value: Text })),
  },
  { title: 'CaseTold' },
)
export type ToldView = Static<typeof ToldView>

export const ClockView = Type.Object(
  {
    clock: Type.String({ description: '`stage`, or a clock of the procedure' }),
    promise: Text,
    label: SaidView,
    status: Type.Enum(['running', 'paused', 'ended']),
    due: Text,
    unit: Type.Enum([...termUnits], { description: 'in which its term was promised' }),
    warnAt: Text,
    light: LightView,
    provisional: Type.Boolean(),
    explained: SaidView,
  },
  { title: 'CaseClock' },
)
export type ClockView = Static<typeof ClockView>

export const EntryField = Type.Object({
  name: Text,
  label: SaidView,
  value: Text,
  /** The choice in words, where the value is one. */
  said: Type.Optional(SaidView),
  /** The id of the case whose number the value is. */
  case: Type.Optional(Text),
})
export type EntryField = Static<typeof EntryField>

export const TimelineEntry = Type.Object(
  {
    seq: Type.Integer(),
    at: Text,
    event: Text,
    move: TextOrNull,
    sentence: SaidView,
    by: Type.Object({
      kind: Type.Enum(['staff', 'applicant', 'time', 'city']),
      id: TextOrNull,
      name: TextOrNull,
      unitName: TextOrNull,
      as: TextOrNull,
    }),
    from: TextOrNull,
    to: Text,
    toLabel: SaidView,
    fields: Type.Array(EntryField),
    photos: Type.Array(PhotoView),
    /** False: what was written is destroyed with the person’s key. */
    open: Type.Boolean(),
    basis: TextOrNull,
  },
  { title: 'TimelineEntry' },
)
export type TimelineEntry = Static<typeof TimelineEntry>

/** One category a case may belong to, and the unit that the duty list names for it, with the line it stands on. */
const routed = {
  category: Text,
  label: OrNull(Type.String({ description: 'the class of the model within which the category lies' })),
  confidence: OrNull(Type.Number({ description: 'how often such a class is right, 0 to 1; null where not measured' })),
  unit: Text,
  unitName: Text,
  because: Text,
  reason: SaidView,
  basis: Text,
  mayReceive: Type.Boolean(),
  refusal: OrNull(Type.Object({ code: Text, said: SaidView })),
}
export const RouteView = Type.Object(routed, { title: 'DispatchRoute' })
export type RouteView = Static<typeof RouteView>

/** The likeliest route, and with the others the best three; what spoke for it is marked in the text. */
export const ProposalView = Type.Object(
  { ...routed, sure: Type.Boolean(), best: Type.Array(RouteView), marks: Type.Array(MarkView) },
  { title: 'DispatchProposal' },
)
export type ProposalView = Static<typeof ProposalView>

export const LevelView = Type.Object(
  { register: Text, label: SaidView, value: Type.Union([Type.Integer(), Text]), said: SaidView },
  { title: 'CaseLevel' },
)
export type LevelView = Static<typeof LevelView>

/** A case on one screen of the desk. */
export const CaseForStaff = Type.Object(
  {
    card: CaseLine,
    version: Type.Integer(),
    stageSentence: SaidView,
    /** Who must act next. */
    owner: OrNull(Type.Object({ role: Text, label: SaidView })),
    path: Type.Array(PathStep),
    told: ToldView,
    applicant: TextOrNull,
    enteredBy: TextOrNull,
    clocks: Type.Array(ClockView),
    timeline: Type.Array(TimelineEntry),
    evidence: Type.Array(PhotoView),
    parent: OrNull(CaseLink),
    children: Type.Array(CaseLink),
    original: OrNull(CaseLink),
    levels: Type.Array(LevelView),
    moves: Type.Array(MoveView),
    proposal: OrNull(ProposalView),
    /** What this person may do besides moves. */
    may: Type.Object({ unmask: Type.Boolean(), history: Type.Boolean(), forget: Type.Boolean() }),
  },
  { title: 'CaseForStaff' },
)
export type CaseForStaff = Static<typeof CaseForStaff>
