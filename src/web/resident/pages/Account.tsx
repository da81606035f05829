import { useMe, useSignOut } from '../../../kernel/people/pages/me.ts'
import { NameForm } from '../../../kernel/people/pages/NameForm.tsx'
import { type ToneChoice, useAppearance } from '../../../ui/appearance.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Go } from '../../../ui/parts/Go.tsx'
import { Page, Row, Sheet } from '../../../ui/parts/layout.tsx'
import { RadioCards } from '../../../ui/parts/RadioCards.tsx'
import { EmptyState, Loaded } from '../../../ui/parts/states.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { residentWords as words } from '../words.ts'

/** Who is signed in, where else, and how things look. */
export function Account() {
  const { t } = useTongue()
  const me = useMe()
  const out = useSignOut()
  return (
    <Page title={t(words.account)}>
      <Sheet>
        <Loaded
          read={me}
          empty={{
            when: (who) => who === null,
            show: (
              <EmptyState
                icon="person"
                title={t(words.notSignedIn)}
                text={t(words.notSignedInText)}
                action={
                  <Go to="/sign-in" look="primary">
                    {t(words.signIn)}
                  </Go>
                }
              />
            ),
          }}
        >
          {(who) => (
            <>
              <strong>{who?.kind === 'resident' ? who.phone : who?.name}</strong>
              {who?.kind === 'resident' ? <NameForm present={who.name} /> : null}
              <Row>
                <Go to="/me/sessions" look="plain" icon="shield">
                  {t(words.sessions)}
                </Go>
                <Button icon="exit" busy={out.busy} onPress={() => out.act({})}>
                  {t(words.signOut)}
                </Button>
              </Row>
            </>
          )}
        </Loaded>
      </Sheet>
      <Display />
    </Page>
  )
}

function Display() {
  const { t } = useTongue()
  const { choice, chooseTone, elder, setElder } = useAppearance()
  return (
    <Sheet title={t(words.settings)}>
      <RadioCards<'standard' | 'elder'>
        label={t(words.size)}
        value={elder ? 'elder' : 'standard'}
        onChange={(size) => setElder(size === 'elder')}
        options={[
          { value: 'standard', title: t(words.sizeStandard) },
          { value: 'elder', title: t(words.sizeElder) },
        ]}
      />
      <RadioCards<ToneChoice>
        label={t(words.tone)}
        value={choice}
        onChange={chooseTone}
        options={[
          { value: 'auto', title: t(words.toneAuto) },
          { value: 'light', title: t(words.toneLight) },
          { value: 'dark', title: t(words.toneDark) },
        ]}
      />
    </Sheet>
  )
}
