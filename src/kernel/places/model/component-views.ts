import { Type } from 'typebox'
import { componentClasses, componentStates } from './components.ts'
import { BearerView } from './views.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const ComponentTypeView = Type.Object(
  {
    code: Type.String({ pattern: '^\\d{4}$', title: '类型编码' }),
    class: Type.Enum([...new Set(Object.values(componentClasses))], { title: '大类' }),
    name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
    active: Type.Boolean({ title: '启用' }),
    mark: Type.Enum(['●', '○', '△'], { title: '依据标记' }),
  },
  { title: 'ComponentType' },
)

export const ComponentView = Type.Object(
  {
    code: text,
    type: text,
    typeName: text,
    name: text,
    owner: text,
    ownerUnit: orNull(text),
    keeper: text,
    state: Type.Enum([...componentStates]),
    place: text,
    at: Type.Tuple([Type.Number(), Type.Number()]),
    community: orNull(text),
    communityName: text,
    grid: orNull(text),
    unitGrid: orNull(text),
    note: text,
    seq: Type.Integer(),
    changedAt: text,
    bearer: orNull(BearerView),
  },
  { title: 'Component' },
)

export const ComponentChangeView = Type.Object({
  seq: Type.Integer(),
  kind: Type.Enum(['entered', 'changed']),
  at: text,
  by: text,
  byName: text,
  reason: text,
  change: Type.Record(text, Type.Tuple([text, text])),
})

export const ComponentPage = Type.Object({
  component: ComponentView,
  history: Type.Array(ComponentChangeView),
  can: Type.Array(Type.Enum(['change'])),
})
