import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Facts, Form, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { OrganisationRefusal, Role, Scope } from '../../model.ts'
import { organisationRefusals, scopes } from '../../words.ts'
import { DayField } from './DayField.tsx'
import { Foot } from './Foot.tsx'
import { useRights } from './History.tsx'
import { Narrow } from './Narrow.tsx'
import { PersonField, UnitField } from './Pickers.tsx'
import { ORGANISATIONS, useTree, useUnitNames } from './trees.ts'
import { useTwoSteps } from './two-steps.ts'
import { postWords as words } from './words/posts.ts'

export type RoleLine = Role & { readonly holders: number }
export const useRoles = () =>
  useRead<{ rows: readonly RoleLine[] }>('/api/organisations/roles', { topics: [ORGANISATIONS] })

const empty = { staff: '', unit: '', role: '', from: '', to: '', partTime: false, chosenUnits: '', grids: '' }
type Body = {
  staff: string
  unit: string
  role: string
  from: string
  to: string | null
  partTime: boolean
  chosenUnits: string[]
  grids: string[]
}
type Preview = {
  readonly refusal: OrganisationRefusal | null
  readonly gains: readonly string[]
  readonly reach: readonly { readonly id: string; readonly name: string }[] | null
  readonly holds: readonly { readonly id: string; readonly unitName: string; readonly roleName: string }[]
}

const listed = (text: string) => text.split(/[,，\s]+/).filter((one) => one !== '')

const given = { look: words.preview, save: words.give, done: words.given }

/** The role's scope says whether units or grids have to be named; nothing else of them is sent. */
function bodyOf(form: typeof empty, scope: Scope | undefined): Body {
  return {
    ...form,
    to: form.to || null,
    chosenUnits: scope === 'chosen-units' ? listed(form.chosenUnits) : [],
    grids: scope === 'grid' ? listed(form.grids) : [],
  }
}

/** Giving somebody a post: first what would follow, then the post. `staff` is set where the page is about a person. */
export function PostForm({ staff = '', onClose }: { staff?: string; onClose(): void }) {
  const { t } = useTongue()
  const roles = useRoles()
  const scopeOf = (role: string) => roles.data?.rows.find(({ id }) => id === role)?.scope
  const steps = useTwoSteps<typeof empty, Preview>({
    draft: `admin.post.${staff}`,
    empty: { ...empty, staff },
    lookAt: '/api/organisations/posts/preview',
    saveAt: '/api/organisations/posts',
    bodies: (form) => {
      const body = bodyOf(form, scopeOf(form.role))
      return { look: body, save: body }
    },
    missing: (form) => ({
      ...(form.staff === '' && { staff: words.needed }),
      ...(form.unit === '' && { unit: words.needed }),
      ...(form.role === '' && { role: words.needed }),
      ...(form.from === '' && { from: words.dayNeeded }),
    }),
    words: given,
    onDone: onClose,
  })
  const scope = scopeOf(steps.form.role)
  return (
    <Sheet title={t(words.give)}>
      <Narrow>
        <Form label={t(words.give)} onSend={steps.send}>
          <Fields steps={steps} roles={roles.data?.rows ?? []} asksWho={staff === ''} />
          {steps.seen ? <Followed preview={steps.seen} ownOnly={scope === 'own' || scope === 'grid'} /> : null}
          <Foot {...steps.foot} onClose={onClose} />
        </Form>
      </Narrow>
    </Sheet>
  )
}

type FieldsProps = {
  steps: Pick<ReturnType<typeof useTwoSteps<typeof empty, Preview>>, 'form' | 'set' | 'at'>
  roles: readonly RoleLine[]
  asksWho: boolean
}

function Fields({ steps: { form, set, at }, roles, asksWho }: FieldsProps) {
  const { t } = useTongue()
  const scope = roles.find(({ id }) => id === form.role)?.scope
  return (
    <>
      {asksWho ? (
        <PersonField
          label={t(words.person)}
          value={form.staff}
          onChange={(staff) => set({ staff })}
          error={at('staff')}
          required
        />
      ) : null}
      <UnitField
        label={t(words.unit)}
        value={form.unit}
        onChange={(unit) => set({ unit })}
        error={at('unit')}
        required
      />
      <Select
        label={t(words.role)}
        value={form.role}
        hint={scope ? t(scopes[scope]) : undefined}
        options={roles.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={(role) => set({ role })}
        error={at('role')}
        required
      />
      {scope === 'chosen-units' ? (
        <ChosenUnits value={form.chosenUnits} onChange={(chosenUnits) => set({ chosenUnits })} />
      ) : null}
      {scope === 'grid' ? (
        <TextField label={t(words.grids)} value={form.grids} onChange={(grids) => set({ grids })} />
      ) : null}
      <DayField
        label={t(words.from)}
        value={form.from}
        onChange={(from) => set({ from })}
        error={at('from')}
        required
      />
      <DayField label={t(words.to)} hint={t(words.toHint)} value={form.to} onChange={(to) => set({ to })} optional />
      <CheckBox checked={form.partTime} onChange={(partTime) => set({ partTime })}>
        {t(words.isPartTime)}
      </CheckBox>
    </>
  )
}

function Followed({ preview: { refusal, gains, reach, holds }, ownOnly }: { preview: Preview; ownOnly: boolean }) {
  const { t } = useTongue()
  const rights = useRights()
  const labelOf = (right: string) => {
    const found = rights.data?.rows.find((one) => one.right === right)
    return found ? t(found.label) : right
  }
  const among = ownOnly ? t(words.ownOnly) : (reach ?? []).map(({ name }) => name).join(t(uiWords.comma))
  return (
    <Notice
      tone={refusal ? 'bad' : 'info'}
      title={refusal ? t(organisationRefusals[refusal]) : t(words.wouldFollow)}
      spoken
    >
      <Facts
        facts={[
          {
            label: t(words.gains),
            value: gains.length === 0 ? t(words.noGains) : gains.map(labelOf).join(t(uiWords.comma)),
            wide: true,
          },
          { label: t(words.reach), value: reach === null ? t(words.everything) : among, wide: true },
          {
            label: t(words.holds),
            value: holds.map(({ unitName, roleName }) => `${unitName} · ${roleName}`).join(t(uiWords.comma)),
            wide: true,
          },
        ]}
      />
    </Notice>
  )
}

/** Units one by one; kept as one text so that the draft can hold them. */
function ChosenUnits({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useTongue()
  const units = useTree()
  const unitName = useUnitNames()
  const chosen = listed(value)
  return (
    <>
      <UnitField
        label={t(words.chosenUnits)}
        hint={t(words.addUnit)}
        value=""
        onChange={(unit) => onChange([...new Set([...chosen, unit])].filter((one) => one !== '').join(','))}
      />
      {units.data ? (
        <Row>
          {chosen.map((unit) => (
            <Button key={unit} icon="cross" onPress={() => onChange(chosen.filter((one) => one !== unit).join(','))}>
              {unitName(unit)}
            </Button>
          ))}
        </Row>
      ) : null}
    </>
  )
}
