/**
 * The six aspects of a life circle (domain 8): the five parts of the Shanghai guideline of 2016 (居住、就业、出行、服务、休闲)
 * and 特色, what makes a place its own.
 */
export const aspects = ['service', 'travel', 'housing', 'leisure', 'work', 'character'] as const
export type Aspect = (typeof aspects)[number]

/** Kinds of facilities, each under one aspect. What they are called stands in `words/kinds.ts`. */
export const kindAspects = {
  'community-centre': 'service',
  'community-station': 'service',
  'health-centre': 'service',
  'health-station': 'service',
  hospital: 'service',
  pharmacy: 'service',
  'middle-school': 'service',
  'primary-school': 'service',
  kindergarten: 'service',
  nursery: 'service',
  'elder-home': 'service',
  'elder-daycare': 'service',
  canteen: 'service',
  'culture-centre': 'service',
  'culture-station': 'service',
  library: 'service',
  market: 'service',
  convenience: 'service',
  post: 'service',
  bank: 'service',
  restaurant: 'service',
  toilet: 'service',
  recycling: 'service',
  police: 'service',
  'bus-stop': 'travel',
  metro: 'travel',
  'bicycle-parking': 'travel',
  parking: 'travel',
  charging: 'travel',
  'rental-housing': 'housing',
  'property-service': 'housing',
  park: 'leisure',
  'pocket-park': 'leisure',
  square: 'leisure',
  'sports-large': 'leisure',
  'sports-medium': 'leisure',
  fitness: 'leisure',
  playground: 'leisure',
  'job-service': 'work',
  workspace: 'work',
  heritage: 'character',
  museum: 'character',
  arts: 'character',
} as const satisfies Record<string, Aspect>

export type Kind = keyof typeof kindAspects
export const kinds = Object.keys(kindAspects) as Kind[]
export const isKind = (text: string): text is Kind => Object.hasOwn(kindAspects, text)
export const aspectOf = (kind: Kind): Aspect => kindAspects[kind]
