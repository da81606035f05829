import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { UnitId } from '../../organisations/model.ts'

/**
 * The layers in which a territory is drawn. Unit grids (单元网格), duty grids (责任网格) and social-governance grids
 * (社会治理网格) are three different divisions of the same ground, each for a work of its own.
 */
export const layers = ['district', 'street', 'community', 'social-grid', 'duty-grid', 'unit-grid'] as const
export type Layer = (typeof layers)[number]

/** The layer whose areas hold those of another. A social grid lies in a community, never in a street directly. */
export const parentLayer = {
  district: null,
  street: 'district',
  community: 'street',
  'social-grid': 'community',
  'duty-grid': 'street',
  'unit-grid': 'community',
} as const satisfies Record<Layer, Layer | null>

/** Basic grids cover the ground; a dedicated one (专属网格) is a market, a campus, an industrial park. */
export const gridKinds = ['basic', 'dedicated'] as const
export type GridKind = (typeof gridKinds)[number]

/** One area of a layer as a file or a form hands it in. */
export type FeatureDraft = {
  readonly code: string
  readonly name: string
  /** Code of the area it lies in; null until it is known. */
  readonly parent: string | null
  /** 用地类别, 管理等级: words of the city's own standard. */
  readonly landUse: string
  readonly grade: string
  /** 责任主体 as written; empty: nobody is named, and the territory bears it (属地兜底). */
  readonly owner: string
  readonly ownerUnit: UnitId | null
  readonly kind: GridKind
  readonly surface: MultiPolygon
}

/** One area of a published layer. `area` in square metres; `at` lies inside. */
export type Feature = FeatureDraft & { readonly area: number; readonly at: [lng: number, lat: number] }

/** What lists and maps show of it without its border. */
export type FeatureLine = Omit<Feature, 'surface'>

export const versionStates = ['draft', 'published', 'discarded'] as const
export type VersionState = (typeof versionStates)[number]

/** One edition of a layer: in force from a day until the next one begins. A draft has no days yet. */
export type LayerVersion = {
  readonly layer: Layer
  readonly version: number
  readonly state: VersionState
  readonly from: Day | null
  /** The first day on which it no longer holds; null: until further notice. */
  readonly to: Day | null
  readonly features: number
  /** Square metres in all. */
  readonly area: number
  readonly note: string
  /** The edition of which it redraws a part; null: it stands by itself. */
  readonly basedOn: number | null
  readonly createdAt: Instant
  readonly createdBy: string
  readonly publishedAt: Instant | null
  readonly publishedBy: string | null
}

/** How codes of a layer are made: those of the area in which it lies, a separator, a serial number. */
export type CodeRule = {
  readonly layer: Layer
  readonly lead: Layer | null
  readonly separator: string
  /** Digits of the serial number. */
  readonly serial: number
  readonly source: string
  /** ● law, ○ excerpt of a public document, △ to be confirmed. */
  readonly mark: '●' | '○' | '△'
}

export type PlacesRefusal =
  | 'no-such-layer'
  | 'no-such-version'
  | 'version-not-a-draft'
  | 'from-before-the-last'
  | 'version-has-faults'
  | 'base-no-longer-last'
  | 'parent-layer-missing'
  | 'no-such-feature'
  | 'no-such-import'
  | 'import-still-running'
  | 'import-over'
  | 'file-unreadable'
  | 'file-too-large'
  | 'file-without-areas'
  | 'no-such-component'
  | 'component-there-already'
  | 'component-code-wrong'
  | 'component-type-unknown'
  | 'component-nowhere'
  | 'nothing-changed'
  | 'no-such-address'
  | 'address-level-wrong'
  | 'address-there-already'
  | 'address-holds-others'
