import type { Said } from '../../platform/words.ts'
import { type DictationTrouble, useDictation } from '../speech/useDictation.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import './Dictate.css'

const troubleWords: Readonly<Record<DictationTrouble, Said>> = {
  'not-allowed': uiWords.voiceNotAllowed,
  'not-reached': uiWords.voiceNotReached,
  'nothing-heard': uiWords.voiceNothing,
}

/** Speaking instead of typing, beside a text. Nothing where the browser cannot listen. */
export function Dictate({ onText }: { onText(text: string): void }) {
  const { t } = useTongue()
  const voice = useDictation(onText)
  if (!voice.can) return null
  return (
    <div className="dictate">
      <Button icon="voice" pressed={voice.listening} onPress={voice.listening ? voice.stop : voice.start}>
        {t(voice.listening ? uiWords.voiceStop : uiWords.voice)}
      </Button>
      <span className="soft" role="status">
        {voice.trouble
          ? t(troubleWords[voice.trouble])
          : voice.listening
            ? t(uiWords.voiceHears)
            : t(uiWords.voiceWhose)}
      </span>
    </div>
  )
}
