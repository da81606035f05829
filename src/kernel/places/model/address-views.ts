import { Type } from 'typebox'
import { addressLevels } from './addresses.ts'
import { ComponentChangeView } from './component-views.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Degrees = orNull(Type.Number())

export const AddressView = Type.Object(
  {
    id: text,
    level: Type.Enum([...addressLevels]),
    name: text,
    parent: orNull(text),
    aliases: Type.Array(text),
    path: text,
    lng: Degrees,
    lat: Degrees,
    street: orNull(text),
    community: orNull(text),
    communityName: text,
    grid: orNull(text),
    active: Type.Boolean(),
    seq: Type.Integer(),
    changedAt: text,
  },
  { title: 'Address' },
)

export const AddressPage = Type.Object({
  address: AddressView,
  /** What it stands in, the widest first. */
  within: Type.Array(Type.Object({ id: text, name: text })),
  history: Type.Array(ComponentChangeView),
  can: Type.Array(Type.Enum(['change'])),
})
