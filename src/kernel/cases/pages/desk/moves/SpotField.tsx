import { Button } from '../../../../../ui/parts/Button.tsx'
import type { FieldProps } from '../../../../../ui/parts/Field.tsx'
import { Row, Soft } from '../../../../../ui/parts/layout.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useSpot } from '../../../../../ui/spot.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { moveWords as words } from '../words/case.ts'
import { spotIn, spotShown } from './form.ts'

type Props = FieldProps & { value: string; onChange(value: string): void }

/** Where the mover stands: by his device, or typed as longitude and latitude where he has none. */
export function SpotField({ value, onChange, ...field }: Props) {
  const { t } = useTongue()
  const { find, busy, said } = useSpot()
  const take = async () => {
    const found = await find()
    if (found) onChange(JSON.stringify(found))
  }
  const spot = spotIn(value)
  return (
    <div className="spot-field">
      <TextField {...field} value={spot ? spotShown(spot) : value} onChange={onChange} />
      <Row>
        <Button icon="pin" busy={busy} onPress={() => void take()}>
          {t(words.findSpot)}
        </Button>
        <Soft>{said ? t(said) : spot?.accuracy === undefined ? '' : `±${spot.accuracy} m`}</Soft>
      </Row>
    </div>
  )
}
