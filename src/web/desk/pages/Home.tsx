import { type StaffMe, useMe } from '../../../kernel/people/pages/me.ts'
import { Go } from '../../../ui/parts/Go.tsx'
import { Item, Items, Page, Sheet, Soft } from '../../../ui/parts/layout.tsx'
import { Notice } from '../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded } from '../../../ui/parts/states.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { deskWords as words } from '../words.ts'

/** Where one begins: who one is here, and in which posts. */
export function Home() {
  const me = useMe()
  return <Loaded read={me}>{(who) => (who?.kind === 'staff' ? <Start me={who} /> : null)}</Loaded>
}

function Start({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  return (
    <Page title={`${me.name}，${t(words.hello)}`} lead={me.unitName} wide>
      {me.totp ? null : (
        <Notice title={t(words.secondStepOff)}>
          {t(words.secondStepOffText)} <Go to="/me/security">{t(words.setUp)}</Go>
        </Notice>
      )}
      <Sheet title={t(words.myPosts)}>
        {me.posts.length === 0 ? (
          <EmptyState icon="person" title={t(words.noPosts)} text={t(words.noPostsText)} />
        ) : (
          <Items label={t(words.myPosts)}>
            {me.posts.map((post) => (
              <Item key={post.id} title={`${post.unitName} · ${post.roleName}`}>
                <Soft>
                  {post.actingFor === null
                    ? t(post.partTime ? words.partTime : words.ownPost)
                    : `${t(words.actingFor)} ${post.actingFor}`}
                </Soft>
              </Item>
            ))}
          </Items>
        )}
      </Sheet>
    </Page>
  )
}
