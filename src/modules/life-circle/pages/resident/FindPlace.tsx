import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Lead, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PlaceFound } from '../../model/circle.ts'
import { circleWords as words } from '../words/circle.ts'

/** A place by its name, for whoever does not use the map. */
export function FindPlace({ onFound }: { onFound(at: readonly [number, number]): void }) {
  const { t } = useTongue()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const read = useRead<{ rows: PlaceFound[] }>(withQuery('/api/life-circle/where', { q: asked }), {
    when: asked !== '',
  })
  return (
    <Stack gap="tight">
      <Form label={t(words.where)} onSend={() => setAsked(typed.trim())}>
        <TextField
          label={t(words.where)}
          hint={t(words.whereHint)}
          type="search"
          max={60}
          value={typed}
          onChange={setTyped}
          beside={
            <Button type="submit" icon="search">
              {t(words.find)}
            </Button>
          }
        />
      </Form>
      {asked === '' ? null : (
        <Loaded
          read={read}
          empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.nothingFound)}</Lead> }}
        >
          {({ rows }) => (
            <fieldset className="radio-cards">
              <legend className="field-label">{t(words.found)}</legend>
              <Row>
                {rows.map(({ name, note, lng, lat }) => (
                  <Button
                    key={`${name} ${lng}`}
                    onPress={() => {
                      setAsked('')
                      setTyped(name)
                      onFound([lng, lat])
                    }}
                  >
                    {note ? `${name} · ${note}` : name}
                  </Button>
                ))}
              </Row>
            </fieldset>
          )}
        </Loaded>
      )}
    </Stack>
  )
}
