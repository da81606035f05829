import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Button.css'
import { Icon } from './Icon.tsx'

/** Chinese and English; the button speaks the tongue it leads to. */
export function LanguageSwitch() {
  const { tongue, setTongue, t } = useTongue()
  const next = tongue === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="button"
      data-kind="quiet"
      lang={next === 'zh' ? 'zh-CN' : 'en'}
      title={t(uiWords.language)}
      onClick={() => setTongue(next)}
    >
      <Icon name="globe" />
      <span aria-hidden="true">{t(uiWords.languageShort)}</span>
      <span className="unseen">{t(uiWords.language)}</span>
    </button>
  )
}
