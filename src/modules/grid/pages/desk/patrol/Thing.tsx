import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { patrolWords as words } from '../words/patrol.ts'

type Near = {
  readonly code: string
  readonly type: string
  readonly typeName: string
  readonly name: string
  readonly owner: string
  readonly metres: number
}
type Props = {
  readonly types: readonly string[]
  readonly spot: { readonly lng: number; readonly lat: number } | null
  readonly value: string
  onChange(code: string): void
}

/** Which lamp, which cover: those of its type on the register round the place. Without a line the nearest is taken. */
export function Thing({ types, spot, value, onChange }: Props) {
  const { t } = useTongue()
  const asks = types.length > 0 && spot !== null
  const url = withQuery('/api/places/components/near', { lng: spot?.lng, lat: spot?.lat, metres: 30 })
  const near = useRead<{ rows: Near[] }>(url, { when: asks })
  const rows = asks ? (near.data?.rows ?? []).filter(({ type }) => types.some((one) => type.startsWith(one))) : []
  if (rows.length === 0) return null
  return (
    <Select
      label={t(words.thing)}
      hint={t(words.thingHint)}
      value={rows.some(({ code }) => code === value) ? value : (rows[0]?.code ?? '')}
      options={rows.map(({ code, typeName, name, owner, metres }) => ({
        value: code,
        label: [name || typeName, owner, `${Math.round(metres)} m`, code.slice(-6)].filter(Boolean).join(' · '),
      }))}
      onChange={onChange}
    />
  )
}
