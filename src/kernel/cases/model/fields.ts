import { Type } from 'typebox'

/** Free text that somebody writes into a case; what it says may name people, so it is sealed. */
export const longText = (minLength = 1) => Type.String({ minLength, maxLength: 4000 })

/** A short line: a ground, a place, a plan in one sentence. */
export const shortText = () => Type.String({ minLength: 1, maxLength: 400 })

export const unitField = () => Type.String({ pattern: '^unit_[0-9a-z-]+$', maxLength: 60 })
export const staffField = () => Type.String({ pattern: '^staff_[0-9a-z-]+$', maxLength: 60 })
export const caseField = () => Type.String({ pattern: '^case_[0-9a-z_]+$', maxLength: 80 })
export const dayField = () => Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** Content hashes of stored photographs and papers. */
export const evidenceField = () =>
  Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 12, uniqueItems: true })

export const oneOf = <const V extends string>(...values: readonly V[]) =>
  Type.Unsafe<V>({ type: 'string', enum: values })

export const asked = Type.Object
export const maybe = Type.Optional

/** A place as a device gives it. */
export const spotField = () =>
  Type.Object(
    {
      lng: Type.Number({ minimum: -180, maximum: 180 }),
      lat: Type.Number({ minimum: -90, maximum: 90 }),
      accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
      heading: Type.Optional(Type.Number({ minimum: 0, maximum: 360 })),
    },
    { additionalProperties: false },
  )
