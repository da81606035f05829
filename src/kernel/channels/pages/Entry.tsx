import { useEffect } from 'react'
import type { Said } from '../../../platform/words.ts'
import { useRead } from '../../../ui/api/reads.ts'
import { Go } from '../../../ui/parts/Go.tsx'
import { Facts, Page, Sheet, Soft, Stack } from '../../../ui/parts/layout.tsx'
import { Loaded, LoadingState } from '../../../ui/parts/states.tsx'
import { usePlace } from '../../../ui/routing/place.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import type { EntryKind, EntryPlace } from '../model/entries.ts'
import { entryWords as words } from './words.ts'

type Found = { readonly kind: EntryKind; readonly title: string; readonly place: EntryPlace; readonly goTo: string }

/** Where a printed code leads. A receipt opens its case at once; the others say first where one is. */
export function Entry() {
  const { t } = useTongue()
  const { params, go } = usePlace()
  const read = useRead<Found>(`/api/channels/entry/${params.district}/${params.code}`)
  const found = read.data
  // To be led on is no act of drawing.
  useEffect(() => {
    if (found?.kind === 'case') go(found.goTo, { replace: true })
  })
  return (
    <Page title={found?.title ?? t(words.entry)} lead={found && t(kinds[found.kind].text)}>
      <Loaded read={read} loading={<LoadingState shape="text" count={4} />}>
        {(entry) => (entry.kind === 'case' ? <LoadingState shape="text" count={4} /> : <Where entry={entry} />)}
      </Loaded>
      {read.error ? (
        <Go to="/scan" look="plain" icon="scan">
          {t(words.again)}
        </Go>
      ) : null}
    </Page>
  )
}

function Where({ entry }: { entry: Found }) {
  const { t } = useTongue()
  return (
    <Sheet>
      <Facts facts={[{ label: t(words.address), value: entry.place.address ?? null, wide: true }]} />
      <Stack>
        <Go to={entry.goTo} look="primary" icon="pen" wide>
          {t(words.writeHere)}
        </Go>
        <Go to="/follow" look="plain" icon="search" wide>
          {t(words.follow)}
        </Go>
        <Go to="tel:12345" look="plain" icon="phone" wide>
          {t(words.call)} 12345
        </Go>
      </Stack>
    </Sheet>
  )
}

const kinds: Readonly<Record<EntryKind, { readonly name: Said; readonly text: Said }>> = {
  mailbox: { name: words.mailbox, text: words.mailboxText },
  station: { name: words.station, text: words.stationText },
  'grid-member': { name: words.member, text: words.memberText },
  facility: { name: words.facility, text: words.facilityText },
  case: { name: words.case, text: words.caseText },
}

/** What each kind of code opens. */
export function Kinds() {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.what)}>
      <Stack gap="tight">
        {Object.entries(kinds).map(([kind, { name, text }]) => (
          <span key={kind}>
            <strong>{t(name)}</strong> <Soft>{t(text)}</Soft>
          </span>
        ))}
      </Stack>
    </Sheet>
  )
}
