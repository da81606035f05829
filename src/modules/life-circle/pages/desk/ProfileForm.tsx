import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Form, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { kinds } from '../../model/kinds.ts'
import type { Demand, Profile, ProfileBody, Walker } from '../../model/profile.ts'
import type { PreviewView } from '../../model/profile-preview.ts'
import { walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { profileWords as words } from '../words/profile.ts'
import { DemandForm } from './DemandForm.tsx'
import { PreviewShown } from './PreviewShown.tsx'
import { Demands, Paces } from './ProfileShown.tsx'

type Props = { profile: Profile; seen: number; onDone(): void }

const bodyOf = ({ id: _, version: _v, ...body }: Profile): ProfileBody => body

/** The next version of a profile: seen first by what it would change, then kept. What was typed stays on this device. */
export function ProfileForm({ profile, seen, onDone }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const draft = useDraft<{ body: ProfileBody; note: string; from: number }>(`life-circle.profile.${profile.id}`, {
    body: bodyOf(profile),
    note: '',
    from: profile.version,
  })
  const { body, note } = draft.form
  const change = (part: Partial<ProfileBody>) => draft.set({ body: { ...body, ...part } })
  const done = () => {
    draft.clear()
    onDone()
  }
  const at = `/api/life-circle/profiles/${profile.id}`
  const preview = useAct<object, PreviewView>(`${at}/preview`)
  const put = useAct<object, { profile: Profile }>(at, {
    method: 'PUT',
    changes: ['life-circle'],
    onDone: ({ profile: kept }) => {
      say(t(words.saved(kept.version)))
      done()
    },
  })
  return (
    <Stack>
      {draft.isKept ? <Soft>{t(words.kept)}</Soft> : null}
      <CheckBox checked={body.active} onChange={(active) => change({ active })}>
        {t(words.active)}
      </CheckBox>
      <Sheet title={t(words.paces)}>
        <Paces paces={body.paces} act={(walker) => <Pace walker={walker} body={body} onChange={change} />} />
      </Sheet>
      <Lines demands={body.demands} onChange={(demands) => change({ demands: [...demands] })} />
      {/* A line is a form of its own in a dialog: it must not stand within this one. */}
      <Form label={t(words.edit)} onSend={() => note.trim() !== '' && put.act({ seen, note, body })}>
        <TextField
          label={t(words.note)}
          required
          max={300}
          value={note}
          onChange={(next) => draft.set({ note: next })}
        />
        <ProblemNotice problem={put.problem ?? preview.problem} />
        <Row>
          <Button busy={preview.busy} onPress={() => preview.act({ body })}>
            {t(words.preview)}
          </Button>
          <Button kind="primary" type="submit" busy={put.busy} blocked={note.trim() === '' ? t(words.note) : undefined}>
            {t(words.save)}
          </Button>
          <Button kind="quiet" onPress={done}>
            {t(words.drop)}
          </Button>
        </Row>
      </Form>
      {preview.answer ? <PreviewShown preview={preview.answer} /> : null}
    </Stack>
  )
}

type PaceProps = { walker: Walker; body: ProfileBody; onChange(part: Partial<ProfileBody>): void }

function Pace({ walker, body: { paces }, onChange }: PaceProps) {
  const { t } = useTongue()
  const pace = paces[walker]
  return (
    <TextField
      label={t(walkerWords[walker])}
      type="number"
      keys="numeric"
      value={String(pace.metresPerMinute)}
      onChange={(text) => onChange({ paces: { ...paces, [walker]: { ...pace, metresPerMinute: Number(text) } } })}
    />
  )
}

type LinesProps = { demands: readonly Demand[]; onChange(demands: readonly Demand[]): void }

function Lines({ demands, onChange }: LinesProps) {
  const { t } = useTongue()
  const [edited, setEdited] = useState<Demand | null>(null)
  const free = kinds.filter((kind) => !demands.some((demand) => demand.kind === kind))
  const [first] = free
  const fresh = (kind: Demand['kind']): Demand => ({
    ...{ kind, tier: 15, level: 'quality', limit: { minutes: 15 }, weight: 1, source: t(words.marks['△']), mark: '△' },
  })
  const keep = (demand: Demand, before: Demand) => {
    const isThere = demands.includes(before)
    onChange(isThere ? demands.map((one) => (one === before ? demand : one)) : [...demands, demand])
    setEdited(null)
  }
  return (
    <Sheet
      title={t(words.demands)}
      acts={first ? <Button onPress={() => setEdited(fresh(first))}>{t(words.addLine)}</Button> : null}
    >
      <Stack>
        <Demands
          demands={demands}
          act={(demand) => <Button onPress={() => setEdited(demand)}>{t(words.editLine)}</Button>}
        />
        <Dialog
          open={edited !== null}
          title={edited ? t(kindWords[edited.kind]) : t(words.editLine)}
          onClose={() => setEdited(null)}
        >
          {edited ? (
            <DemandForm
              key={edited.kind}
              demand={edited}
              free={demands.includes(edited) ? [edited.kind] : free}
              onKeep={(next) => keep(next, edited)}
              onRemove={() => {
                onChange(demands.filter((one) => one !== edited))
                setEdited(null)
              }}
            />
          ) : null}
        </Dialog>
      </Stack>
    </Sheet>
  )
}
