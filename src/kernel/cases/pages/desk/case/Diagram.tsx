import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { readDrawing } from '../../../../../ui/api/drawing.ts'
import { Loaded } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { caseWords as words } from '../words/case.ts'

/** The whole procedure drawn, with where this case stands in it. */
export function Diagram({ id, open, onClose }: { id: string; open: boolean; onClose(): void }) {
  const { t, tongue } = useTongue()
  const read = useQuery({
    queryKey: [`/api/cases/${id}/diagram.svg`, tongue],
    queryFn: () => readDrawing(`/api/cases/${id}/diagram.svg`, tongue),
    enabled: open,
    meta: { topics: [`case/${id}`] },
  })
  return (
    <Drawer open={open} onClose={onClose} size="min(1100px, 100vw)" title={t(words.diagramTitle)}>
      {open ? (
        <Loaded read={read}>
          {(svg) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            <section className="case-diagram" tabIndex={0} aria-label={t(words.diagramTitle)}>
              <img alt={t(words.diagramTitle)} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
            </section>
          )}
        </Loaded>
      ) : null}
    </Drawer>
  )
}
