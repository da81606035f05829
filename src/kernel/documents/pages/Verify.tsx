import { useState } from 'react'
import type { Instant } from '../../../platform/time.ts'
import { useRead, withQuery } from '../../../ui/api/reads.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Facts, Form, Page, Sheet, Soft } from '../../../ui/parts/layout.tsx'
import { Notice } from '../../../ui/parts/Notice.tsx'
import { ErrorState, LoadingState } from '../../../ui/parts/states.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../ui/routing/place.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { formatDay, formatInstant, localDay } from '../../worktime/rules.ts'
import type { Genuine } from '../model/views.ts'
import { kindWords, standingWords } from '../words.ts'
import { documentTitles } from './words/titles.ts'
import { verifyWords as words } from './words/verify.ts'

/** `/verify`: whether a printed document is genuine. The square on it leads here; number and check can be typed. */
export function Verify() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const { of = '', check = '' } = search
  const asked = of !== '' && check !== ''
  const read = useRead<Genuine>(withQuery('/api/documents/verify', { of, check }), { when: asked })
  const isFalse = read.error?.kind === 'missing'
  return (
    <Page title={t(documentTitles.verify)} lead={t(words.lead)}>
      {asked && read.isPending ? <LoadingState shape="text" count={4} /> : null}
      {read.data ? <Found genuine={read.data} /> : null}
      {isFalse ? (
        <Notice tone="bad" title={t(words.false)} spoken>
          {t(words.falseText)}
        </Notice>
      ) : null}
      {read.error && !isFalse ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : null}
      <Asking key={of} of={of.includes('〔') || isFalse ? of : ''} onAsk={(next) => setSearch(next)} />
    </Page>
  )
}

function Found({ genuine }: { genuine: Genuine }) {
  const { t, tongue } = useTongue()
  const { kind, number, issuer, issuedAt, standing, endedBy, endedAt, hash } = genuine
  const inForce = standing === 'in-force'
  const state = endedAt ? `${t(standingWords[standing])} ${t(formatInstant(endedAt as Instant))}` : null
  return (
    <Sheet>
      <Notice tone={inForce ? 'good' : 'warn'} title={t(inForce ? words.genuine : words.ended)} spoken>
        {t(words.genuineText)}
      </Notice>
      <Facts
        facts={[
          { label: t(words.number), value: number, wide: true },
          { label: t(words.kind), value: t(kindWords[kind]) },
          { label: t(words.issuer), value: issuer },
          { label: t(words.issuedOn), value: formatDay(localDay(issuedAt as Instant))[tongue] },
          { label: t(words.standing), value: state ?? t(standingWords[standing]) },
          { label: t(words.endedBy), value: endedBy },
          { label: t(words.hash), value: <code className="verify-hash">{hash}</code>, wide: true },
        ]}
      />
      <Soft>{t(words.nothingPersonal)}</Soft>
    </Sheet>
  )
}

function Asking({ of, onAsk }: { of: string; onAsk(next: { of: string; check: string }): void }) {
  const { t } = useTongue()
  const [number, setNumber] = useState(of)
  const [check, setCheck] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = (text: string) => tried && text.trim() === ''
  const ask = () => {
    setTried(true)
    if (number.trim() !== '' && check.trim() !== '') onAsk({ of: number.trim(), check: check.trim() })
  }
  return (
    <Sheet>
      <Form label={t(documentTitles.verify)} onSend={ask}>
        <TextField
          label={t(words.number)}
          hint={t(words.numberHint)}
          max={60}
          required
          value={number}
          onChange={setNumber}
          error={lacks(number) ? t(words.needNumber) : undefined}
        />
        <TextField
          label={t(words.check)}
          hint={t(words.checkHint)}
          max={20}
          required
          value={check}
          onChange={setCheck}
          error={lacks(check) ? t(words.needCheck) : undefined}
        />
        <div>
          <Button type="submit" kind="primary" icon="check">
            {t(words.ask)}
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}
