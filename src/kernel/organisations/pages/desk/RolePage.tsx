import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { RadioCards } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Capacity, Scope } from '../../model.ts'
import { capacities, scopes } from '../../words.ts'
import { Foot } from './Foot.tsx'
import { History } from './History.tsx'
import { type RoleLine, useRoles } from './PostForm.tsx'
import { RightTicks, Ticks } from './RightTicks.tsx'
import { RoleFollowed, type RolePreview } from './RoleFollowed.tsx'
import { ORGANISATIONS } from './trees.ts'
import { useTwoSteps } from './two-steps.ts'
import { useHolds } from './Units.tsx'
import { scopeHints, roleWords as words } from './words/roles.ts'

/** `/admin/roles/$id`: the buttons of a role, ticked; who would gain or lose what is shown before it is saved. */
export function RolePage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRoles()
  const role = read.data?.rows.find(({ id }) => id === params.id) ?? null
  return (
    <Page title={role?.name ?? t(words.fresh)} wide acts={<Go to="/admin/roles">{t(words.all)}</Go>}>
      <Loaded read={read}>
        {() => (
          <Stack>
            <Editor key={params.id} id={params.id ?? ''} role={role} />
            {role ? <History of={role.id} /> : null}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

type Shape = { name: string; rights: string; capacities: string; scope: string }
const shapeOf = (role: RoleLine | null): Shape => ({
  name: role?.name ?? '',
  rights: (role?.rights ?? []).join(' '),
  capacities: (role?.capacities ?? []).join(' '),
  scope: role?.scope ?? 'unit',
})
const listed = (text: string) => text.split(' ').filter((one) => one !== '')

const shaping = { look: words.preview, save: words.save, done: words.saved }

function Editor({ id, role }: { id: string; role: RoleLine | null }) {
  const { t } = useTongue()
  const shapes = useHolds('organisations.roles')
  const { go } = usePlace()
  const url = `/api/organisations/roles/${id}`
  const steps = useTwoSteps<Shape, RolePreview>({
    draft: `admin.role.${id}`,
    empty: shapeOf(role),
    lookAt: `${url}/preview`,
    saveAt: url,
    method: 'PUT',
    bodies: ({ name, rights, capacities: are, scope }) => {
      const body = { name: name.trim(), rights: listed(rights), capacities: listed(are), scope }
      return { look: body, save: body }
    },
    missing: ({ name }) => (name.trim() === '' ? { name: words.nameMissing } : {}),
    words: shaping,
    onDone: () => go('/admin/roles'),
  })
  const { form, set } = steps
  return (
    <Form label={t(words.one)} onSend={steps.send}>
      {shapes ? null : <Notice title={t(words.readOnly)} />}
      <Traits steps={steps} shapes={shapes} />
      <RightTicks chosen={listed(form.rights)} onChange={(rights) => set({ rights: rights.join(' ') })} />
      {steps.seen ? <RoleFollowed preview={steps.seen} scope={form.scope as Scope} /> : null}
      {shapes ? (
        <Foot
          {...steps.foot}
          more={role?.holders === 0 ? <Remove url={url} /> : null}
          onClose={() => go('/admin/roles')}
        />
      ) : null}
    </Form>
  )
}

type TraitsProps = {
  steps: Pick<ReturnType<typeof useTwoSteps<Shape, RolePreview>>, 'form' | 'set' | 'at'>
  shapes: boolean
}

function Traits({ steps: { form, set, at }, shapes }: TraitsProps) {
  const { t } = useTongue()
  const ticks = (Object.keys(capacities) as Capacity[]).map((id) => ({ id, label: t(capacities[id]) }))
  const cards = (Object.keys(scopes) as Scope[]).map((value) => ({
    value,
    title: t(scopes[value]),
    text: t(scopeHints[value]),
  }))
  return (
    <Sheet>
      <Stack>
        <TextField
          label={t(words.name)}
          value={form.name}
          onChange={(name) => set({ name })}
          max={40}
          readOnly={!shapes}
          error={at('name')}
          required
        />
        <RadioCards
          label={t(words.scope)}
          value={form.scope as Scope}
          options={cards}
          onChange={(scope) => set({ scope })}
        />
        <Ticks
          label={t(words.capacities)}
          groups={[{ id: 'capacities', name: '', ticks }]}
          chosen={listed(form.capacities)}
          onChange={(chosen) => set({ capacities: chosen.join(' ') })}
        />
      </Stack>
    </Sheet>
  )
}

function Remove({ url }: { url: string }) {
  const { t } = useTongue()
  const say = useToast()
  const { go } = usePlace()
  const [open, setOpen] = useState(false)
  const remove = useAct<undefined>(url, {
    method: 'DELETE',
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(words.removed))
      go('/admin/roles')
    },
  })
  return (
    <>
      <Button kind="danger" onPress={() => setOpen(true)}>
        {t(words.remove)}
      </Button>
      <Confirm
        open={open}
        title={t(words.remove)}
        act={t(words.remove)}
        danger
        busy={remove.busy}
        problem={remove.problem}
        onAct={() => remove.act(undefined)}
        onClose={() => setOpen(false)}
      >
        <p>{t(words.removeText)}</p>
      </Confirm>
    </>
  )
}
