import { useState } from 'react'
import { Row, Sheet } from '../../../ui/parts/layout.tsx'
import { CheckBox, RadioCards } from '../../../ui/parts/RadioCards.tsx'
import { Slider } from '../../../ui/parts/Slider.tsx'
import { type StarCount, Stars, StarsGiven } from '../../../ui/parts/Stars.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

export function Choices() {
  const { t } = useTongue()
  const [reply, setReply] = useState<'phone' | 'text' | 'visit'>('phone')
  const [agreed, setAgreed] = useState(true)
  const [day, setDay] = useState(12)
  const [stars, setStars] = useState<StarCount | null>(4)
  return (
    <Sheet>
      <RadioCards
        label={t(words.reply)}
        required
        value={reply}
        onChange={setReply}
        options={[
          { value: 'phone', title: t(words.replyPhone), text: t(words.replyPhoneText) },
          { value: 'text', title: t(words.replyText), text: t(words.replyTextText) },
          { value: 'visit', title: t(words.replyVisit), blocked: t(words.replyVisitBlocked) },
        ]}
      />
      <CheckBox checked={agreed} onChange={setAgreed}>
        {t(words.agree)}
      </CheckBox>
      <Slider label={t(words.slider)} from={1} to={31} value={day} onChange={setDay} said={String(day)} />
      <Stars label={t(words.rate)} value={stars} onChange={setStars} required />
      <Row>
        <StarsGiven value={5} />
        <StarsGiven value={3} />
        <StarsGiven value={1} />
      </Row>
    </Sheet>
  )
}
