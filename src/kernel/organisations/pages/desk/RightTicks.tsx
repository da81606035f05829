import { useState } from 'react'
import { Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { LoadingState } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { KnownRight } from '../../model.ts'
import { useRights } from './History.tsx'
import './roles.css'
import { roleWords as words } from './words/roles.ts'

type Tick = { readonly id: string; readonly label: string }
type Group = { readonly id: string; readonly name: string; readonly ticks: readonly Tick[] }
type Props = {
  label: string
  groups: readonly Group[]
  chosen: readonly string[]
  onChange(chosen: readonly string[]): void
}

/** Many small choices side by side, in groups with names. */
export function Ticks({ label, groups, chosen, onChange }: Props) {
  const put = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <>
      {groups.map(({ id: group, name, ticks }) => (
        <fieldset key={group} className="ticks">
          <legend>{name || label}</legend>
          <div className="ticks-list">
            {ticks.map(({ id, label: said }) => (
              <CheckBox key={id} checked={chosen.includes(id)} onChange={(on) => put(id, on)}>
                {said}
              </CheckBox>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

const byHouse = (rights: readonly KnownRight[]): readonly (readonly [string, readonly KnownRight[]])[] =>
  [...new Set(rights.map(({ house }) => house))].map((house) => [house, rights.filter((one) => one.house === house)])

/** Every button of the city by house; a whole house can be given, and everything. */
export function RightTicks({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) {
  const { t } = useTongue()
  const read = useRights()
  const [sought, setSought] = useState('')
  if (!read.data) return <LoadingState />
  const whole = chosen.includes('*')
  const put = (right: string, on: boolean) => onChange(on ? [...chosen, right] : chosen.filter((one) => one !== right))
  const fits = ({ label, right }: KnownRight) =>
    `${label.zh} ${label.en} ${right}`.toLowerCase().includes(sought.trim().toLowerCase())
  return (
    <Sheet title={t(words.rights)}>
      <Stack>
        <CheckBox checked={whole} onChange={(on) => put('*', on)}>
          {t(words.whole)}
        </CheckBox>
        {whole ? null : (
          <>
            <TextField label={t(words.search)} type="search" value={sought} onChange={setSought} />
            {byHouse(read.data.rows).map(([house, rights]) => (
              <House key={house} rights={rights.filter(fits)} house={house} chosen={chosen} put={put} />
            ))}
          </>
        )}
      </Stack>
    </Sheet>
  )
}

type HouseProps = {
  house: string
  rights: readonly KnownRight[]
  chosen: readonly string[]
  put(right: string, on: boolean): void
}

function House({ house, rights, chosen, put }: HouseProps) {
  const { t } = useTongue()
  const [first] = rights
  if (first === undefined) return null
  const all = `${house}.*`
  const whole = chosen.includes(all)
  return (
    <fieldset className="ticks">
      <legend>{t(first.houseName)}</legend>
      <div className="ticks-list">
        <CheckBox checked={whole} onChange={(on) => put(all, on)}>
          {t(words.wholeHouse)}
        </CheckBox>
        {whole
          ? null
          : rights.map(({ right, label }) => (
              <CheckBox key={right} checked={chosen.includes(right)} onChange={(on) => put(right, on)}>
                {t(label)}
              </CheckBox>
            ))}
      </div>
    </fieldset>
  )
}
