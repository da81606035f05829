import { useRead } from '../../../../ui/api/reads.ts'
import { Page, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SettingView } from '../../model/views.ts'
import { documentKinds, regimes } from '../../model.ts'
import { kindWords, regimeWords } from '../../words.ts'
import { settingWords as words } from '../words/settings.ts'
import { type Organ, Organs } from './Organs.tsx'
import { Setting } from './Setting.tsx'

export const SETTINGS = '/api/documents/settings'
type Answer = { readonly rows: readonly SettingView[]; readonly organs: readonly Organ[] }
const views = ['texts', 'laws', 'format', 'organs'] as const

/** `/admin/documents`: how documents are numbered and worded, in versions. */
export function Settings() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const shown = views.find((view) => view === search.tab) ?? 'texts'
  const read = useRead<Answer>(SETTINGS, { topics: ['document-settings'] })
  const tabs = views.map((id) => ({ id, label: t(words[id]) }))
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs label={t(words.views)} tabs={tabs} value={shown} onChange={(tab) => setSearch({ tab })}>
        <Loaded read={read}>{(answer) => <Shown view={shown} answer={answer} />}</Loaded>
      </Tabs>
    </Page>
  )
}

function Shown({ view, answer: { rows, organs } }: { view: (typeof views)[number]; answer: Answer }) {
  const { t } = useTongue()
  if (view === 'organs') return <Organs organs={organs} />
  const find = (key: string) => rows.find((one) => one.key === key)
  const keys =
    view === 'format'
      ? [{ key: 'format', title: t(words.format) }]
      : view === 'texts'
        ? documentKinds.map((kind) => ({ key: `text/${kind}`, title: t(kindWords[kind]) }))
        : regimes.flatMap((regime) =>
            documentKinds.map((kind) => ({
              key: `law/${regime}/${kind}`,
              title: `${t(regimeWords[regime])} · ${t(kindWords[kind])}`,
            })),
          )
  return (
    <Stack>
      {keys.map(({ key, title }) => {
        const setting = find(key)
        return setting ? <Setting key={`${key} ${setting.version}`} title={title} setting={setting} /> : null
      })}
    </Stack>
  )
}
