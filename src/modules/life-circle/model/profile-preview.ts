import { type Static, Type } from 'typebox'
import { ShareView } from './circle.ts'
import { kinds } from './kinds.ts'
import { ProfileBody, walkers } from './profile.ts'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const PreviewBody = Type.Object(
  { body: ProfileBody, walker: Type.Optional(Type.Enum([...walkers], { default: 'adult' })) },
  { additionalProperties: false, title: 'LifeCirclePreviewBody' },
)

const Standing = Type.Object({ all: ShareView, score: OrNull(Type.Number()) })

/** What a new version would change in the district: before by the version in force, after by what is proposed. */
export const PreviewView = Type.Object(
  {
    ok: Type.Literal(true),
    before: OrNull(Standing),
    after: Standing,
    kinds: Type.Array(
      Type.Object({ kind: Type.Enum([...kinds]), before: OrNull(ShareView), after: OrNull(ShareView) }),
      { description: 'kinds whose coverage becomes another, or that come and go' },
    ),
  },
  { title: 'LifeCirclePreview' },
)
export type PreviewView = Static<typeof PreviewView>
