import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  rootRouteId,
  useRouterState,
} from '@tanstack/react-router'
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import type { Said } from '../../platform/words.ts'
import { asProblem } from '../api/problem.ts'
import { Go } from '../parts/Go.tsx'
import { EmptyState, ErrorState, LoadingState } from '../parts/states.tsx'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'

/** One line of a shell's table of contents. The page comes over the line only when somebody goes there. */
export type PageEntry = {
  /** `/cases/$case`: what `$case` stands for is read with `usePlace().params.case`. */
  readonly path: string
  readonly title: Said
  readonly load: () => Promise<ComponentType>
  /** Whom the page is for; the shell decides what `signed-in` means. */
  readonly to: 'everyone' | 'signed-in'
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: Said
  }
}

type Parts = {
  /** `/`, `/desk` or `/screen`. */
  base: string
  /** Navigation around the page, which it draws where `children` stand. */
  frame: () => ReactNode
  entries: readonly PageEntry[]
  /** Stands between a page for the signed-in and those who are not. */
  gate: ComponentType<{ children: ReactNode }>
  history?: RouterHistory
}

/** Makes a face's router of its table. Query values are texts and stay texts: `?number=12` is `'12'`. */
export function routerOf({ base, frame, entries, gate: Gate, history }: Parts) {
  const root = createRootRoute({
    component: frame,
    notFoundComponent: NoSuchPage,
    errorComponent: ({ error, reset }) => <ErrorState problem={asProblem(error)} onRetry={reset} />,
  })
  const routes = entries.map(({ path, title, load, to }) => {
    const page = lazyRouteComponent(async () => ({ Page: await load() }), 'Page')
    const component = to === 'everyone' ? page : gated(page, Gate)
    return createRoute({ getParentRoute: () => root, path, component, staticData: { title } })
  })
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: base,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <LoadingState shape="text" count={5} />,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()
      return text === '' ? '' : `?${text}`
    },
    ...(history ? { history } : {}),
  })
}

type Loadable = (() => ReactNode) & { preload?: () => Promise<void> }

function gated(Page: Loadable, Gate: Parts['gate']): Loadable {
  const Gated = () => (
    <Gate>
      <Page />
    </Gate>
  )
  return Page.preload ? Object.assign(Gated, { preload: Page.preload }) : Gated
}

function NoSuchPage() {
  const { t } = useTongue()
  return (
    <EmptyState
      heading
      icon="search"
      title={t(uiWords.notFoundTitle)}
      text={t(uiWords.missing)}
      action={
        <Go to="/" look="primary">
          {t(uiWords.backHome)}
        </Go>
      }
    />
  )
}

type Matched = { readonly routeId: string; readonly staticData: { title?: Said } }

/** An address that no page has, so that nothing but the root is met, is called so in the tab and in the history as well. */
const titleOf = ({ matches }: { matches: readonly Matched[] }): Said | undefined => {
  const last = matches.at(-1)
  return last?.routeId === rootRouteId ? uiWords.notFoundTitle : last?.staticData.title
}

/**
 * Names the document after the page and, on going from page to page, moves the focus to the content:
 * those who hear the page learn that it has changed, as those who see it do. `named` goes before the name of the table,
 * for a page that shows one of several things.
 */
export function usePageTitle(face: string, named?: Said) {
  const { t } = useTongue()
  const title = useRouterState({ select: titleOf })
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const last = useRef(path)
  const shown = named ?? title
  const words = shown ? `${t(shown)} · ${face}` : face
  // The title and the focus belong to the document, which stands outside React.
  useEffect(() => {
    document.title = words
  }, [words])
  useEffect(() => {
    if (last.current !== undefined && last.current !== path)
      document.getElementById('content')?.focus({ preventScroll: true })
    last.current = path
  }, [path])
}
