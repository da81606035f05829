import { useQuery } from '@tanstack/react-query'
import { readDrawing } from '../../../../ui/api/drawing.ts'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { matterWords as words } from './words/catalogue.ts'

/** The way of a case under this matter, drawn from the table it is lived by. */
export function Procedure({ name }: { name: string }) {
  const { t, tongue } = useTongue()
  const url = `/api/cases/procedures/${encodeURIComponent(name)}/diagram.svg`
  const read = useQuery({ queryKey: [url, tongue], queryFn: () => readDrawing(url, tongue) })
  return (
    <Loaded read={read}>
      {(svg) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section className="matter-diagram" tabIndex={0} aria-label={t(words.procedure)}>
          <img alt={t(words.procedure)} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
        </section>
      )}
    </Loaded>
  )
}
