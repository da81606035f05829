import type { Said } from '../../../../platform/words.ts'
import { dayText } from '../../../../ui/format.ts'
import { Facts, Form, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { OrganisationRefusal } from '../../model.ts'
import { organisationRefusals } from '../../words.ts'
import { DayField } from './DayField.tsx'
import { Foot } from './Foot.tsx'
import { useEntries } from './History.tsx'
import { Narrow } from './Narrow.tsx'
import { PersonField } from './Pickers.tsx'
import { useTwoSteps } from './two-steps.ts'
import { leaveWords as words } from './words/leave.ts'

type Plan = {
  readonly refusal: OrganisationRefusal | null
  readonly posts: readonly {
    readonly id: string
    readonly unitName: string
    readonly roleName: string
    readonly from: string
    readonly to: string
  }[]
  readonly cases: readonly string[]
  readonly standsIn: readonly { readonly id: string; readonly name: string }[]
}
const empty = { staff: '', deputy: '', reason: '', from: '', to: '', moveCases: false }

const fields = ['staff', 'deputy', 'reason', 'from', 'to'] as const
const arranging = { look: words.preview, save: words.arrange, done: words.arranged }

/** A leave: who goes, who stands in, from when until when; what would follow is shown before it is arranged. */
export function LeaveForm({ staff, onClose }: { staff: string; onClose(): void }) {
  const { t } = useTongue()
  const steps = useTwoSteps<typeof empty, Plan>({
    draft: `admin.leave.${staff}`,
    empty: { ...empty, staff },
    lookAt: '/api/organisations/leaves/plan',
    saveAt: '/api/organisations/leaves',
    bodies: (form) => ({ look: form, save: form }),
    missing: (form) =>
      Object.fromEntries(
        fields
          .filter((field) => form[field] === '')
          .map((field) => [field, field === 'from' || field === 'to' ? words.dayNeeded : words.needed]),
      ),
    words: arranging,
    onDone: onClose,
  })
  return (
    <Sheet title={t(words.arrange)}>
      <Narrow>
        <Form label={t(words.arrange)} onSend={steps.send}>
          <Fields steps={steps} />
          {steps.seen ? <Followed plan={steps.seen} /> : null}
          <Foot {...steps.foot} onClose={onClose} />
        </Form>
      </Narrow>
    </Sheet>
  )
}

type FieldsProps = { steps: Pick<ReturnType<typeof useTwoSteps<typeof empty, Plan>>, 'form' | 'set' | 'at'> }

function Fields({ steps: { form, set, at } }: FieldsProps) {
  const { t } = useTongue()
  const reasons = useEntries<{ code: string; name: Said; retired: boolean }>('dict_leave-reasons')
  const options = (reasons.data?.rows ?? []).filter(({ retired }) => !retired)
  const days = { from: { label: t(words.from) }, to: { label: t(words.to), hint: t(words.toHint) } } as const
  return (
    <>
      <PersonField
        label={t(words.person)}
        value={form.staff}
        onChange={(staff) => set({ staff })}
        error={at('staff')}
        required
      />
      <PersonField
        label={t(words.deputy)}
        but={form.staff}
        value={form.deputy}
        onChange={(deputy) => set({ deputy })}
        error={at('deputy')}
        required
      />
      <Select
        label={t(words.reason)}
        value={form.reason}
        options={options.map(({ code, name }) => ({ value: code, label: t(name) }))}
        onChange={(reason) => set({ reason })}
        error={at('reason')}
        required
      />
      {(['from', 'to'] as const).map((field) => (
        <DayField
          key={field}
          {...days[field]}
          value={form[field]}
          onChange={(day) => set({ [field]: day })}
          error={at(field)}
          required
        />
      ))}
      <CheckBox checked={form.moveCases} onChange={(moveCases) => set({ moveCases })}>
        {t(words.moveCases)}
      </CheckBox>
      <Soft>{t(words.moveCasesText)}</Soft>
    </>
  )
}

function Followed({ plan: { refusal, posts, cases, standsIn } }: { plan: Plan }) {
  const { t, tongue, count } = useTongue()
  return (
    <Notice
      tone={refusal ? 'bad' : 'info'}
      title={refusal ? t(organisationRefusals[refusal]) : t(words.covered)}
      spoken
    >
      <ul>
        {posts.map(({ id, unitName, roleName, from, to }) => (
          <li key={id}>{`${unitName} · ${roleName} · ${dayText(from, tongue)} – ${dayText(to, tongue)}`}</li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: t(words.openCases), value: count(cases.length) },
          { label: t(words.standsIn), value: standsIn.map(({ name }) => name).join(t(uiWords.comma)) },
        ]}
      />
    </Notice>
  )
}
