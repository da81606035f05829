import { type Static, Type } from 'typebox'
import { OrNull, SaidView } from '../../kernel/cases/model/views.ts'
import { alarmKinds, alarmLevels, LONGEST_PHRASE, takenBackBys } from './model/watch.ts'

const Text = Type.String()

/** What is compared: words somebody is writing, or (staff only) a case that is there. */
export const SimilarBody = Type.Object(
  {
    title: Type.Optional(Type.String({ maxLength: 200, title: '标题' })),
    text: Type.Optional(Type.String({ maxLength: 4_000, title: '情况说明' })),
    place: Type.Optional(Type.String({ maxLength: 200, title: '地点' })),
    case: Type.Optional(Type.String({ pattern: '^case_[0-9a-z_]{1,60}$', title: '工单' })),
  },
  { additionalProperties: false, title: 'SimilarQuestion' },
)
export type SimilarBody = Static<typeof SimilarBody>

/** A case that perhaps tells the same. A resident is shown no number, unit or score, and only what is open. */
export const SimilarCase = Type.Object(
  {
    id: Text,
    number: OrNull(Text),
    title: Type.String({ description: 'personal data in it covered' }),
    area: OrNull(Text),
    stage: Text,
    stageLabel: SaidView,
    filedAt: Text,
    unitName: OrNull(Text),
    ended: Type.Boolean(),
    people: Type.Integer({ description: 'how many have told it, repeats counted' }),
    score: OrNull(Type.Number({ description: '0 to 1, after place and time' })),
    exact: Type.Boolean(),
  },
  { title: 'SimilarCase' },
)
export type SimilarCase = Static<typeof SimilarCase>

/** `ready`: whether everything that is filed has been read; until then more may be alike than is shown. */
export const SimilarCases = Type.Object(
  { rows: Type.Array(SimilarCase), ready: Type.Boolean() },
  { title: 'SimilarCases' },
)
export type SimilarCases = Static<typeof SimilarCases>

/** A line of the watch list as it is edited. */
export const WatchLineBody = Type.Object(
  {
    kind: Type.Enum([...alarmKinds]),
    level: Type.Enum([...alarmLevels]),
    phrase: Type.String({ minLength: 2, maxLength: LONGEST_PHRASE, title: '词语' }),
    unless: Type.String({ maxLength: LONGEST_PHRASE, title: '除外' }),
    takenBackBy: Type.Enum([...takenBackBys]),
    reason: Type.String({ minLength: 2, maxLength: 60, title: '理由' }),
    active: Type.Boolean({ title: '启用' }),
  },
  { additionalProperties: false, title: 'WatchLineDraft' },
)
export type WatchLineBody = Static<typeof WatchLineBody>

export const WatchLineView = Type.Object({ id: Text, ...WatchLineBody.properties }, { title: 'WatchLine' })
export type WatchLineView = Static<typeof WatchLineView>

/** Trying the list on a text: what it finds, and where. */
export const TryBody = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 4_000, title: '文字' }) },
  { additionalProperties: false, title: 'WatchTry' },
)
export const AlarmsView = Type.Object(
  {
    urgent: Type.Boolean(),
    alarms: Type.Array(
      Type.Object({
        id: Text,
        kind: Type.Enum([...alarmKinds]),
        level: Type.Enum([...alarmLevels]),
        reason: Text,
        start: Type.Integer(),
        end: Type.Integer(),
      }),
    ),
    personal: Type.Array(Type.Object({ kind: Text, start: Type.Integer(), end: Type.Integer() })),
  },
  { title: 'Alarms' },
)
