import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { MATTERS } from './Catalogue.tsx'
import { catalogueWords as words } from './words/catalogue.ts'

type Node = {
  readonly id: string
  readonly parent: string | null
  readonly name: Said
  readonly path: string
  readonly ordinal: number
  readonly retired: boolean
}
type Props = { chosen: string | undefined; onChoose(category: string | undefined): void }

/** The tree of categories; what is chosen narrows the list beside it. */
export function CategoryTree({ chosen, onChoose }: Props) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly Node[] }>('/api/matters/tree', { topics: [MATTERS] })
  const nodes = (read.data?.rows ?? []).filter(({ retired }) => !retired)
  return (
    <nav className="catalogue-tree" aria-label={t(words.tree)}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {t(words.any)}
      </button>
      <Branch nodes={nodes} parent={null} chosen={chosen} onChoose={onChoose} />
    </nav>
  )
}

function Branch({ nodes, parent, chosen, onChoose }: Props & { nodes: readonly Node[]; parent: string | null }) {
  const { t } = useTongue()
  const here = nodes.filter((node) => node.parent === parent).toSorted((a, b) => a.ordinal - b.ordinal)
  if (here.length === 0) return null
  return (
    <ul>
      {here.map(({ id, name, path }) => {
        const isOpen = chosen !== undefined && (chosen === path || chosen.startsWith(`${path}/`))
        return (
          <li key={id}>
            <button type="button" aria-pressed={chosen === path} onClick={() => onChoose(path)}>
              {t(name)}
            </button>
            {isOpen ? <Branch nodes={nodes} parent={id} chosen={chosen} onChoose={onChoose} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
