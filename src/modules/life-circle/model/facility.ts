import { type Static, Type } from 'typebox'
import { pageQuery } from '../../../platform/http/paging.ts'
import { aspects, kinds } from './kinds.ts'
import { measureUnits } from './profile.ts'

/** Only what is open counts as reached; planned and closed ones are kept and shown. */
export const facilityStates = ['open', 'planned', 'closed'] as const
export type FacilityState = (typeof facilityStates)[number]

/** `map`: taken from the map; `city`: the city wrote it, or changed what the map told. */
export const facilityOrigins = ['city', 'map'] as const
export type FacilityOrigin = (typeof facilityOrigins)[number]

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

/** What somebody writes of a facility. Coordinates are WGS84 degrees. */
export const FacilityBody = Type.Object(
  {
    kind: Type.Enum([...kinds], { title: '设施类别' }),
    name: Type.String({ minLength: 1, maxLength: 80, title: '名称' }),
    status: Type.Enum([...facilityStates], { title: '状态' }),
    lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
    lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
    area: Nullable(Type.String({ maxLength: 60, title: '所属社区或街道' })),
    address: Type.String({ maxLength: 200, title: '地址' }),
    hours: Type.String({ maxLength: 120, title: '开放时间' }),
    openToAll: Type.Boolean({ title: '对外开放' }),
    capacity: Nullable(Type.Number({ minimum: 0, maximum: 1_000_000, title: '规模' })),
    capacityUnit: Nullable(Type.Enum([...measureUnits], { title: '规模单位' })),
    floorArea: Nullable(Type.Number({ minimum: 0, maximum: 10_000_000, title: '面积' })),
    evidence: Type.String({ maxLength: 300, title: '依据' }),
  },
  { additionalProperties: false, title: 'LifeCircleFacilityBody' },
)
export type FacilityBody = Static<typeof FacilityBody>

export const facilityCode = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_/-]{0,59}$', title: '编号' })

export const FacilityView = Type.Object(
  {
    code: Type.String(),
    ...FacilityBody.properties,
    origin: Type.Enum([...facilityOrigins]),
    version: Type.Integer(),
    changedAt: Type.String(),
    changedBy: Type.String(),
  },
  { title: 'LifeCircleFacility' },
)
export type Facility = Static<typeof FacilityView>

export const facilitySorts = ['changed', 'name', 'kind'] as const
export type FacilitySort = (typeof facilitySorts)[number]

export const facilityFilters = {
  kind: Type.Optional(Type.Enum([...kinds])),
  aspect: Type.Optional(Type.Enum([...aspects])),
  status: Type.Optional(Type.Enum([...facilityStates])),
  origin: Type.Optional(Type.Enum([...facilityOrigins])),
  area: Type.Optional(Type.String({ maxLength: 60, description: 'code of a street or community, or how it begins' })),
  q: Type.Optional(Type.String({ maxLength: 60, description: 'part of the name, address or number' })),
}
export const FacilityFilters = Type.Object(facilityFilters)
export type FacilityFilters = Static<typeof FacilityFilters>

export const FacilityQuery = Type.Object(
  { ...pageQuery, ...facilityFilters, sort: Type.Optional(Type.Enum([...facilitySorts], { default: 'changed' })) },
  { title: 'LifeCircleFacilityQuery' },
)

/** One fault of a file of facilities: which row as the person sees it, under which heading, why, and what stands there. */
export const FileFault = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  said: Type.Object({ zh: Type.String(), en: Type.String() }),
  value: Type.String(),
})
export type FileFault = Static<typeof FileFault>

export type FacilityDraft = { readonly row: number; readonly code: string | null; readonly body: FacilityBody }

export const FacilityImport = Type.Object(
  {
    taken: Type.Boolean({ description: 'false: there were faults and everything or nothing was asked for' }),
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    faults: Type.Array(FileFault),
  },
  { title: 'LifeCircleFacilityImport' },
)
export type FacilityImport = Static<typeof FacilityImport>
