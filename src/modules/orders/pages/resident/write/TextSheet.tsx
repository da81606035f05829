import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { Sheet } from '../../../../../ui/parts/layout.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'

import { writingWords as words } from '../words/writing.ts'
import { titleOf } from './draft.ts'
import type { SheetProps } from './useWriting.ts'

type Props = SheetProps & {
  kept: boolean
  /** The only question on its page: it is asked above, and of the title nothing is said. */
  alone?: boolean
}

/** One large box; its title is made from the first sentence until somebody makes his own. */
export function TextSheet({ draft, set, wrongAt, kept, alone = false }: Props) {
  const { t } = useTongue()
  return (
    <Sheet>
      <TextArea
        label={t(words.text)}
        unseenLabel={alone}
        hint={t(words.textHint)}
        example={t(words.textExample)}
        required
        rows={alone ? 4 : 7}
        max={messageLimits.text.max}
        kept={kept}
        voice
        error={wrongAt('/text')}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      {alone ? null : (
        <TextField
          label={t(words.heading)}
          hint={t(words.headingHint)}
          max={messageLimits.title.max}
          error={wrongAt('/title')}
          value={draft.titleTouched ? draft.title : titleOf(draft)}
          onChange={(title) => set({ title, titleTouched: title.trim() !== '' })}
        />
      )}
    </Sheet>
  )
}
