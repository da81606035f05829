import type { Refused } from '../../../platform/http/problem.ts'
import type { ShareView } from '../model/circle.ts'
import type { Profile, ProfileBody, Walker } from '../model/profile.ts'
import type { PreviewView } from '../model/profile-preview.ts'
import { coverageByArea } from '../rules/measure/coverage.ts'
import type { Circle } from './circles.ts'
import { type CoverageParts, inside } from './coverage.ts'
import { refuseFaulty, wholeProfile } from './profiles.ts'

type Proposed = { readonly id: string; readonly body: ProfileBody; readonly walker: Walker }

/** What the figures of the district would be by a profile that is not kept yet. Throws as `editProfile` does. */
export async function previewProfile(
  parts: CoverageParts,
  district: string,
  { id, body, walker }: Proposed,
): Promise<PreviewView | Refused> {
  refuseFaulty(body)
  const now = await wholeProfile(parts.db, district, { id })
  const before = now.ok ? await figuresBy(parts, district, { profile: now.profile, walker }) : null
  if (before && 'ok' in before) return before
  const next = { ...body, id, version: (now.ok ? now.profile.version : 0) + 1 }
  const after = await figuresBy(parts, district, { profile: next, walker })
  if ('ok' in after) return after
  const kinds = [...new Set([...after.kinds.keys(), ...(before?.kinds.keys() ?? [])])]
  return {
    ok: true,
    before: before && { all: before.all, score: before.score },
    after: { all: after.all, score: after.score },
    kinds: kinds.flatMap((kind) => {
      const line = { kind, before: before?.kinds.get(kind) ?? null, after: after.kinds.get(kind) ?? null }
      return line.before?.covered === line.after?.covered ? [] : [line]
    }),
  }
}

async function figuresBy(
  { circles }: CoverageParts,
  district: string,
  { profile, walker }: { readonly profile: Profile; readonly walker: Walker },
) {
  const circle: Circle | Refused = await circles.circleBy(district, profile, walker)
  if ('ok' in circle) return circle
  const [coverage] = coverageByArea(circle.reach, circle.needs, inside(circle.ground, null))
  const nobody: ShareView = { covered: 0, of: 0 }
  return {
    all: coverage?.all.people ?? nobody,
    score: coverage?.score ?? null,
    kinds: new Map((coverage?.kinds ?? []).map(({ kind, people }) => [kind, people])),
  }
}
