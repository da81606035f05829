import { useState } from 'react'
import { useCategoryNames } from '../../../../kernel/matters/pages/category-names.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Item, Page, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { addresses } from './addresses.ts'
import { MoreList } from './MoreList.tsx'
import type { MatterCard, PublicMatter } from './shapes.ts'
import './resident.css'
import { useMore } from './useMore.ts'
import { followingWords, promiseWords as words } from './words/following.ts'
import { writingWords } from './words/writing.ts'
import { useSettled } from './write/useSettled.ts'

const AT_ONCE = 20

/** The matters one can come with. */
export function Promises() {
  const { t } = useTongue()
  const [typed, setTyped] = useState('')
  const called = useCategoryNames()
  const q = useSettled(typed.trim(), 300)
  const list = useMore<MatterCard>(addresses.matters, { q, limit: AT_ONCE }, { topics: [] })
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <TextField label={t(words.search)} type="search" keys="search" value={typed} onChange={setTyped} />
      <MoreList label={t(words.title)} list={list} empty={<EmptyState icon="search" title={t(words.empty)} />}>
        {({ id, name, category }) => (
          <Item key={id} title={t(name)} to={`/promises/${id}`}>
            <Soft>{called(category)}</Soft>
          </Item>
        )}
      </MoreList>
    </Page>
  )
}

/** One matter: what is promised, and under which document. */
export function MatterPromises() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRead<PublicMatter>(addresses.matter(params.matter ?? ''))
  if (read.data) return <OneMatter matter={read.data} />
  return (
    <Page title={t(words.title)}>
      <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
        {() => null}
      </Loaded>
    </Page>
  )
}

/** What a resident waits for; the other promises are between the offices. */
const waitedFor: readonly string[] = [
  'intake',
  'contact',
  'handle',
  'verify',
  'visit',
  'objection',
  'rectify-contact',
  'rectify',
]

function OneMatter({ matter }: { matter: PublicMatter }) {
  const { t } = useTongue()
  const called = useCategoryNames()
  return (
    <Page title={t(matter.name)} lead={called(matter.category)}>
      <PromiseSheet title={t(words.title)} promises={matter.promises.filter(({ key }) => waitedFor.includes(key))} />
      <Sheet>
        <Facts
          facts={[
            { label: t(words.from), value: matter.effectiveFrom },
            { label: t(words.document), value: matter.sourceDoc, wide: true },
          ]}
        />
        <Row>
          <Go to={`/write?matter=${matter.id}`} look="primary" icon="pen">
            {t(followingWords.write)}
          </Go>
        </Row>
      </Sheet>
      <PromiseSheet title={t(words.inside)} promises={matter.promises.filter(({ key }) => !waitedFor.includes(key))} />
    </Page>
  )
}

function PromiseSheet({ title, promises }: { title: string; promises: PublicMatter['promises'] }) {
  const { t } = useTongue()
  if (promises.length === 0) return null
  return (
    <Sheet title={title}>
      <ul className="promises">
        {promises.map((promise) => (
          <li key={promise.key}>
            <span>{t(promise.said)}</span>
            <Soft>
              {t(writingWords.source)}: {promise.source}
            </Soft>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
