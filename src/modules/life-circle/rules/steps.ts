import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { OsmRead } from '../../../platform/osm/model.ts'
import { readOsm } from '../../../platform/osm/read.ts'
import type { Need, Reach } from '../model/measures.ts'
import type { SitedPlace, SitingQuestion } from '../model/plans.ts'
import { type ImportAnswer, importMap, refusalOf } from './import.ts'
import type { PeopleTable } from './places/people.ts'
import { siteOf } from './plan/siting.ts'
import { groundOf } from './snap/grid.ts'
import { snapperOf } from './snap/snap.ts'

export type FileQuestion = {
  readonly bytes: Uint8Array
  readonly people: PeopleTable | null
  readonly district: MultiPolygon | null
}
export type FileAnswer = Extract<OsmRead, { ok: false }> | ImportAnswer
export type SitesQuestion = {
  readonly reach: Reach
  readonly needs: readonly Need[]
  readonly question: SitingQuestion
}

/** The long steps of the engine, as they are asked of a thread. */
export type LongStep = { readonly file: FileQuestion } | { readonly sites: SitesQuestion }
export type LongAnswer = { readonly file: FileAnswer } | { readonly sites: SitedPlace[] | null }

/** Does a long step. Told: of a file the share done, of sites how many were looked at; `false` stops. */
export function answerStep(step: LongStep, onStep: OnStep): LongAnswer {
  return 'file' in step ? { file: fileStep(step.file, onStep) } : { sites: sitesStep(step.sites, onStep) }
}

type OnStep = (told: number) => boolean | undefined

/** Reading is two thirds of the work. */
const READ = 2 / 3

function fileStep({ bytes, people, district }: FileQuestion, onStep: OnStep): FileAnswer {
  // A population file that says nothing is told at once, and not after the map was read.
  const unread = refusalOf(people)
  if (unread !== null) return { ok: false, refusal: unread }
  const read = readOsm(bytes, (share) => onStep(share * READ))
  if (!read.ok) return read.refusal === 'cancelled' ? { ok: false, refusal: 'cancelled' } : read
  return importMap({ osm: read.osm, people, district, onStep: (share) => onStep(READ + share * (1 - READ)) })
}

function sitesStep({ reach, needs, question }: SitesQuestion, onTried: OnStep): SitedPlace[] | null {
  const snapper = snapperOf(groundOf(reach.walk.network))
  return siteOf({ reach, needs, snapper, onTried }, question)
}
