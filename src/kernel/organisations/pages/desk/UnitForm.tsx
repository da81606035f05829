import { Facts, Form, Sheet } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { OrganisationRefusal, UnitKind, UnitLevel, UnitVersion } from '../../model.ts'
import { organisationRefusals, unitKinds, unitLevels } from '../../words.ts'
import { DayField } from './DayField.tsx'
import { Foot } from './Foot.tsx'
import { Narrow } from './Narrow.tsx'
import { UnitField } from './Pickers.tsx'
import { useTwoSteps } from './two-steps.ts'
import { unitWords as words } from './words/units.ts'

export type UnitDeed = 'Open' | 'Change' | 'Close' | 'Merge'
type Named = { readonly id: string; readonly name: string }
type Preview = {
  readonly refusal: OrganisationRefusal | null
  readonly posts: number
  readonly duties: number
  readonly openCases: number
  readonly isFallback: boolean
  readonly children: readonly Named[]
  readonly matters: readonly Named[]
  readonly shifts: readonly {
    readonly staffName: string
    readonly roleName: string
    readonly gains: readonly string[]
    readonly loses: readonly string[]
  }[]
}
const UNITS = '/api/organisations/units'
const titles = { Open: words.open, Change: words.change, Close: words.close, Merge: words.merge } as const

const formOf = (deed: UnitDeed, unit: UnitVersion | null) => ({
  name: deed === 'Change' ? (unit?.name ?? '') : '',
  shortName: deed === 'Change' ? (unit?.shortName ?? '') : '',
  code: deed === 'Change' ? (unit?.code ?? '') : '',
  kind: (deed === 'Change' ? unit?.kind : 'line') ?? ('line' as string),
  level: (deed === 'Change' ? unit?.level : '') ?? '',
  parent: (deed === 'Open' ? unit?.id : unit?.parent) ?? '',
  into: '',
  from: '',
})

type Props = { deed: UnitDeed; unit: UnitVersion | null; onClose(): void }
type Shape = ReturnType<typeof formOf>

const neededBy = {
  Open: ['name', 'shortName', 'code', 'level', 'from'],
  Change: ['name', 'shortName', 'code', 'level', 'from'],
  Close: ['from'],
  Merge: ['into', 'from'],
} as const satisfies Record<UnitDeed, readonly (keyof Shape)[]>

/** What a deed says of the unit besides its day. */
function givenBy(deed: UnitDeed, form: Shape): object {
  if (deed === 'Close') return {}
  if (deed === 'Merge') return { into: form.into }
  const { name, shortName, code, kind, level, parent } = form
  return { name: name.trim(), shortName: shortName.trim(), code: code.trim(), kind, level, parent: parent || null }
}

/** One change of the tree: what it is, from when, what would follow, and then the deed. */
export function UnitForm({ deed, unit, onClose }: Props) {
  const { t } = useTongue()
  const steps = useTwoSteps<Shape, Preview>({
    draft: `admin.unit.${deed}.${unit?.id ?? ''}`,
    empty: formOf(deed, unit),
    lookAt: `${UNITS}/preview`,
    saveAt: deed === 'Open' ? UNITS : `${UNITS}/${unit?.id}/${deed.toLowerCase()}`,
    bodies: (form) => {
      const save = { from: form.from, ...givenBy(deed, form) }
      return { look: { type: deed, ...(deed !== 'Open' && { id: unit?.id }), ...save }, save }
    },
    missing: (form) =>
      Object.fromEntries(
        neededBy[deed].filter((field) => form[field].trim() === '').map((field) => [field, words.needed]),
      ),
    words: { look: words.preview, save: words.confirm, done: words.done },
    danger: deed === 'Close',
    onDone: onClose,
  })
  const { form, set, at } = steps
  return (
    <Sheet title={unit && deed !== 'Open' ? `${t(titles[deed])} · ${unit.name}` : t(titles[deed])}>
      <Narrow>
        <Form label={t(titles[deed])} onSend={steps.send}>
          {deed === 'Open' || deed === 'Change' ? <Traits form={form} set={set} at={at} /> : null}
          {deed === 'Merge' ? (
            <UnitField
              label={t(words.into)}
              value={form.into}
              onChange={(into) => set({ into })}
              error={at('into')}
              required
            />
          ) : null}
          <DayField
            label={t(words.from)}
            value={form.from}
            onChange={(from) => set({ from })}
            error={at('from')}
            required
          />
          {steps.seen ? <Followed preview={steps.seen} /> : null}
          <Foot {...steps.foot} onClose={onClose} />
        </Form>
      </Narrow>
    </Sheet>
  )
}

type TraitsProps = { form: Shape; set(change: Partial<Shape>): void; at(field: keyof Shape): string | undefined }

function Traits({ form, set, at }: TraitsProps) {
  const { t } = useTongue()
  return (
    <>
      <TextField
        label={t(words.name)}
        value={form.name}
        onChange={(name) => set({ name })}
        max={60}
        error={at('name')}
        required
      />
      <TextField
        label={t(words.shortName)}
        value={form.shortName}
        onChange={(shortName) => set({ shortName })}
        max={20}
        error={at('shortName')}
        required
      />
      <TextField
        label={t(words.code)}
        value={form.code}
        onChange={(code) => set({ code })}
        max={40}
        error={at('code')}
        required
      />
      <Select
        label={t(words.kind)}
        value={form.kind}
        options={(Object.keys(unitKinds) as UnitKind[]).map((value) => ({
          value: value as string,
          label: t(unitKinds[value]),
        }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t(words.level)}
        value={form.level}
        options={(Object.keys(unitLevels) as UnitLevel[]).map((value) => ({
          value: value as string,
          label: t(unitLevels[value]),
        }))}
        onChange={(level) => set({ level })}
        error={at('level')}
        required
      />
      <UnitField
        label={t(words.parent)}
        value={form.parent}
        onChange={(parent) => set({ parent })}
        error={at('parent')}
      />
    </>
  )
}

/** What hangs on the unit, and who would see more or less. */
function Followed({ preview }: { preview: Preview }) {
  const { t, count } = useTongue()
  const { refusal, posts, duties, openCases, isFallback, children, matters, shifts } = preview
  const names = (rows: readonly Named[]) => rows.map(({ name }) => name).join(t(uiWords.comma))
  const said = (label: string, units: readonly string[]) =>
    units.length > 0 ? ` ${label} ${units.join(t(uiWords.comma))}` : ''
  return (
    <Notice
      tone={refusal ? 'bad' : 'info'}
      title={refusal ? `${t(words.cannot)}${t(organisationRefusals[refusal])}` : t(words.wouldFollow)}
      spoken
    >
      <Facts
        facts={[
          { label: t(words.openCases), value: count(openCases) },
          { label: t(words.posts), value: count(posts) },
          { label: t(words.duties), value: count(duties) },
          { label: t(words.fallback), value: isFallback ? t(words.fallback) : null },
          { label: t(words.children), value: names(children), wide: true },
          { label: t(words.matters), value: names(matters), wide: true },
          { label: t(words.shifts), value: shifts.length === 0 ? t(words.noShifts) : count(shifts.length) },
        ]}
      />
      <ul>
        {shifts.slice(0, 20).map(({ staffName, roleName, gains, loses }) => (
          <li key={`${staffName} ${roleName}`}>
            {`${staffName} · ${roleName}`}
            {said(t(words.gains), gains)}
            {said(t(words.loses), loses)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
