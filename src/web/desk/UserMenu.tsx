import { Dropdown, type MenuProps } from 'antd'
import { type StaffMe, useSignOut } from '../../kernel/people/pages/me.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { deskWords as words } from './words.ts'

/** Who I am here, my posts, my account, and out. */
export function UserMenu({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const out = useSignOut()
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: t(words.myPosts),
      children: me.posts.map(({ id, unitName, roleName }) => ({
        key: id,
        label: `${unitName} · ${roleName}`,
        onClick: () => go('/me'),
      })),
    },
    { type: 'divider' },
    { key: 'security', label: t(words.security), onClick: () => go('/me/security') },
    { key: 'sessions', label: t(words.sessions), onClick: () => go('/me/sessions') },
    { type: 'divider' },
    { key: 'out', label: t(words.signOut), onClick: () => out.act({}) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <span>
        <Button kind="quiet" icon="person" busy={out.busy}>
          <span>{me.name}</span>
          <span className="unseen">{t(words.account)}</span>
        </Button>
      </span>
    </Dropdown>
  )
}
