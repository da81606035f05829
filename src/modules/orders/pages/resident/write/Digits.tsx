import { Button } from '../../../../../ui/parts/Button.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { filedWords as words } from '../words/writing.ts'
import './write.css'

/** A number to be taken along, in large figures. */
export function Digits({ label, digits }: { label: string; digits: string }) {
  return (
    <div className="write-figure">
      <span className="write-figure-label">{label}</span>
      <span className="write-figure-digits">{digits}</span>
    </div>
  )
}

export function CopyButton({ number, code }: { number: string; code: string }) {
  const { t } = useTongue()
  const say = useToast()
  const copy = async () => {
    const text = t(words.copyText).replace('{number}', number).replace('{code}', code)
    try {
      await navigator.clipboard.writeText(text)
      say(t(words.copied))
    } catch {
      say(t(words.copyFailed))
    }
  }
  return (
    <Button kind="primary" onPress={() => void copy()}>
      {t(words.copy)}
    </Button>
  )
}
