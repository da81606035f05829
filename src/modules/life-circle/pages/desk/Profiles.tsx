import { useState } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Profile } from '../../model/profile.ts'
import { profileWords as words } from '../words/profile.ts'
import { ProfileForm } from './ProfileForm.tsx'
import { ProfileShown } from './ProfileShown.tsx'
import './planner.css'

type All = { readonly rows: Profile[]; readonly standing: string | null }
type Version = {
  readonly version: number
  readonly note: string
  readonly changedAt: string | null
  readonly changedBy: string | null
}
type Whole = { readonly profile: Profile; readonly versions: Version[] }

/** `/life-circle/profiles`: what circles are measured by, version by version, and writing the next one. */
export function Profiles() {
  const { t } = useTongue()
  const { search } = usePlace()
  const read = useRead<All>('/api/life-circle/profiles', { topics: ['life-circle'] })
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={<Go to="/life-circle">{t(words.back)}</Go>}>
      <Loaded read={read}>
        {(all) => {
          const id = search.id || all.standing || all.rows[0]?.id
          return id ? <One key={id} id={id} all={all} /> : null
        }}
      </Loaded>
    </Page>
  )
}

function One({ id, all }: { id: string; all: All }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [isEdited, setEdited] = useState(false)
  const address = withQuery(`/api/life-circle/profiles/${id}`, { version: search.version })
  const read = useRead<Whole>(address, { topics: ['life-circle'], keepLast: true })
  return (
    <Stack>
      <div className="planner-choices">
        <Select
          label={t(words.choose)}
          value={id}
          options={all.rows.map((one) => ({ value: one.id, label: t(one.name) }))}
          onChange={(next) => setSearch({ id: next, version: '' })}
        />
        {read.data ? <Versions whole={read.data} /> : null}
      </div>
      <Loaded read={read}>
        {({ profile, versions }) => (
          <Stack>
            <Row>
              {all.standing === id ? <Light colour="green" label={t(words.standing)} /> : <MakeStanding id={id} />}
              {isEdited ? null : (
                <Button kind="primary" onPress={() => setEdited(true)}>
                  {t(words.edit)}
                </Button>
              )}
            </Row>
            {isEdited ? (
              <ProfileForm
                key={`${id} ${profile.version}`}
                profile={profile}
                seen={Math.max(...versions.map(({ version }) => version))}
                onDone={() => {
                  setEdited(false)
                  setSearch({ version: '' })
                }}
              />
            ) : (
              <ProfileShown profile={profile} />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

function Versions({ whole: { profile, versions } }: { whole: Whole }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const lineOf = ({ version, note, changedAt }: Version): string => {
    const when = changedAt === null ? t(words.shipped) : t(formatInstant(changedAt as Instant))
    return t(words.versionLine(version, [when, note].filter((part) => part !== '').join(' · ')))
  }
  return (
    <Select
      label={t(words.version)}
      value={String(profile.version)}
      options={versions.map((one) => ({ value: String(one.version), label: lineOf(one) }))}
      onChange={(version) => setSearch({ version })}
    />
  )
}

function MakeStanding({ id }: { id: string }) {
  const { t } = useTongue()
  const say = useToast()
  const set = useAct<object>('/api/life-circle/standing', {
    method: 'PUT',
    changes: ['life-circle'],
    onDone: () => say(t(words.setDone)),
  })
  return (
    <>
      <Button busy={set.busy} onPress={() => set.act({ profile: id })}>
        {t(words.setStanding)}
      </Button>
      <ProblemNotice problem={set.problem} />
    </>
  )
}
