import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Address, type AddressLevel, addressLevels, standsIn } from '../../model/addresses.ts'
import { addressLevelWords } from '../../words/addresses.ts'
import { type Point, PointField } from '../PointField.tsx'
import { PLACES, saidOf } from './reads.ts'
import { addressWords as words } from './words/addresses.ts'

/** `/places/addresses/new`: an address in the territory, or with `?in=` in another. */
export function NewAddress() {
  const { search } = usePlace()
  const parent = search.in
  const read = useRead<{ address: Address }>(`/api/places/addresses/${parent}`, { when: parent !== undefined })
  if (parent === undefined) return <Entering within={null} />
  return <Loaded read={read}>{({ address }) => <Entering within={address} />}</Loaded>
}

const splitNames = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** The levels that may stand in another, or in the territory. */
const levelsIn = (within: Address | null): readonly AddressLevel[] =>
  addressLevels.filter((level) => (standsIn[level] as readonly (AddressLevel | null)[]).includes(within?.level ?? null))

function Entering({ within }: { within: Address | null }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const say = useToast()
  const levels = levelsIn(within)
  const draft = useDraft('places.address', { level: '', name: '', aliases: '', point: null as Point | null })
  const [tried, setTried] = useState(false)
  const { name, aliases, point } = draft.form
  const level = levels.find((one) => one === draft.form.level) ?? levels[0] ?? 'road'
  const save = useAct<object, Address>('/api/places/addresses', {
    changes: [PLACES],
    onDone: ({ id }) => {
      draft.clear()
      say(t(words.saved))
      go(`/places/addresses/${id}`)
    },
  })
  const send = () => {
    setTried(true)
    if (name.trim() === '') return
    const parent = within ? { parent: within.id } : {}
    save.act({ level, name, aliases: splitNames(aliases), ...parent, ...(point && { point }) })
  }
  return (
    <Page
      title={within ? t(words.enterIn(within.path)) : t(words.enter)}
      acts={
        <Go look="plain" icon="back" to={within ? `/places/addresses/${within.id}` : '/places?tab=addresses'}>
          {t(words.back)}
        </Go>
      }
    >
      <Sheet>
        <Form label={t(words.enter)} onSend={send}>
          <Select
            label={t(words.level)}
            value={level}
            options={levels.map((value) => ({ value, label: t(addressLevelWords[value]) }))}
            onChange={(value) => draft.set({ level: value })}
          />
          <TextField
            label={t(words.name)}
            required
            value={name}
            max={60}
            error={tried && name.trim() === '' ? t(words.needName) : saidOf(save.problem, '/name', t)}
            onChange={(text) => draft.set({ name: text })}
          />
          <TextField
            label={t(words.aliases)}
            hint={t(words.aliasesHint)}
            value={aliases}
            error={saidOf(save.problem, '/aliases', t)}
            onChange={(text) => draft.set({ aliases: text })}
          />
          <PointField value={point} onChange={(value) => draft.set({ point: value })} />
          <ProblemNotice problem={save.problem} />
          <Row>
            <Button kind="primary" type="submit" busy={save.busy}>
              {t(words.save)}
            </Button>
          </Row>
        </Form>
      </Sheet>
    </Page>
  )
}

/** Saying something otherwise of an address, and why. */
export function ChangingAddress({ address }: { address: Address }) {
  const { t } = useTongue()
  const say = useToast()
  const { id, seq, lng, lat } = address
  const standing = { name: address.name, aliases: address.aliases.join('、'), active: address.active }
  const [filled, setFilled] = useState({ ...standing, reason: '' })
  const [point, setPoint] = useState<Point | null>(lng === null || lat === null ? null : { lng, lat })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof filled>) => setFilled({ ...filled, ...change })
  const save = useAct<object, Address>(`/api/places/addresses/${id}`, {
    method: 'PUT',
    changes: [PLACES],
    onDone: () => {
      setTried(false)
      set({ reason: '' })
      say(t(words.saved))
    },
  })
  const { name, aliases, active, reason } = filled
  const send = () => {
    setTried(true)
    if (name.trim() === '' || reason.trim().length < 2) return
    save.act({ seq, reason, name, aliases: splitNames(aliases), active, ...(point && { point }) })
  }
  return (
    <Sheet title={t(words.change)}>
      <Form label={t(words.change)} onSend={send}>
        <TextField
          label={t(words.name)}
          required
          value={name}
          max={60}
          error={tried && name.trim() === '' ? t(words.needName) : undefined}
          onChange={(text) => set({ name: text })}
        />
        <TextField
          label={t(words.aliases)}
          hint={t(words.aliasesHint)}
          value={aliases}
          error={saidOf(save.problem, '/aliases', t)}
          onChange={(text) => set({ aliases: text })}
        />
        <PointField value={point} onChange={setPoint} />
        <CheckBox checked={active} onChange={(is) => set({ active: is })}>
          {t(words.active)}
        </CheckBox>
        <TextField
          label={t(words.reason)}
          required
          value={reason}
          max={200}
          error={tried && reason.trim().length < 2 ? t(words.needReason) : undefined}
          onChange={(text) => set({ reason: text })}
        />
        <ProblemNotice problem={save.problem} />
        <Row>
          <Button kind="primary" type="submit" busy={save.busy}>
            {t(words.save)}
          </Button>
        </Row>
      </Form>
    </Sheet>
  )
}
