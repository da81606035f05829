import { useReading } from '../speech/useReading.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'

/** Reads a text aloud; asked for it when pressed, so that it is the newest. Nothing where the browser has no voice. */
export function ReadAloud({ text }: { text(): string }) {
  const { t } = useTongue()
  const { can, reading, read, stop } = useReading()
  if (!can) return null
  return (
    <Button icon="sound" pressed={reading} onPress={reading ? stop : () => read(text())}>
      {t(reading ? uiWords.readStop : uiWords.readAloud)}
    </Button>
  )
}
