/**
 * How long the parts of a message may be, in characters, at every door that takes one and on every page that asks for
 * one. The forms of the seeded matters say the same; a matter may ask for less of its own fields, never for longer ones.
 * A past that is imported is taken as it is.
 */
export const messageLimits = {
  title: { min: 4, max: 50 },
  text: { min: 10, max: 2_000 },
  place: { min: 2, max: 200 },
  name: { max: 40 },
  /** With the blanks and dashes people write into a number. */
  phone: { max: 20 },
  photos: { max: 12 },
  /** What an officer notes for a caller may be short; it may not be longer. */
  noted: { min: 2 },
} as const
