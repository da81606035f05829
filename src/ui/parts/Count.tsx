import { useTongue } from '../tongue.tsx'
import './Tabs.css'

/** How many, beside a word. Above 9999 it says so instead of growing. */
export function Count({ value, tone = 'plain' }: { value: number; tone?: 'plain' | 'warn' | 'bad' }) {
  const { count } = useTongue()
  return (
    <span className="count" data-tone={tone}>
      {value > 9_999 ? '9,999+' : count(value)}
    </span>
  )
}
