import { useState } from 'react'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Lead, Sheet } from '../../../../ui/parts/layout.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { keepCode } from './follow-codes.ts'
import './resident.css'
import { followingWords as words } from './words/following.ts'

/** Digits as somebody reads them from paper or a message: blanks and dashes between them are forgiven. */
const digitsOf = (text: string): string => text.replace(/[\s-]/g, '')

/** Number and code lead to `/follow?number=…`; the code stays out of the address. */
export function FollowBox({ onLook }: { onLook?(): void }) {
  const { t } = useTongue()
  const { go, search } = usePlace()
  const [number, setNumber] = useState(search.number ?? '')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const numberFault = /^\d{14}$/.test(digitsOf(number)) ? undefined : t(words.needNumber)
  const codeFault = /^\d{6}$/.test(digitsOf(code)) ? undefined : t(words.needCode)
  const look = () => {
    setTried(true)
    if (numberFault !== undefined || codeFault !== undefined) return
    keepCode(digitsOf(number), digitsOf(code))
    go(withQuery('/follow', { number: digitsOf(number) }))
    onLook?.()
  }
  return (
    <Sheet title={t(words.follow)}>
      <Lead>{t(words.followLead)}</Lead>
      <Form onSend={look} label={t(words.follow)}>
        <div className="follow-fields">
          <TextField
            label={t(words.number)}
            hint={t(words.numberHint)}
            keys="numeric"
            max={24}
            error={tried ? numberFault : undefined}
            value={number}
            onChange={setNumber}
          />
          <TextField
            label={t(words.code)}
            hint={t(words.codeHint)}
            keys="numeric"
            max={12}
            error={tried ? codeFault : undefined}
            value={code}
            onChange={setCode}
          />
        </div>
        <div>
          <Button type="submit" icon="search">
            {t(words.look)}
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}
