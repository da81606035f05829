import { Sessions } from '../../../kernel/people/pages/Sessions.tsx'
import { formatInstant } from '../../../kernel/worktime/rules.ts'
import { useTongue } from '../../../ui/tongue.tsx'

export function MySessions() {
  const { t } = useTongue()
  return <Sessions write={(at) => t(formatInstant(at))} />
}
