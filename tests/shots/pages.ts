import { join } from 'node:path'
import type { PageEntry } from '../../src/ui/routing/pages.tsx'
import type { FaceName } from './plan.ts'

type Tables = Readonly<Record<Exclude<FaceName, 'gallery'>, readonly PageEntry[]>>

/** The tables of contents of the three faces, read by the tool that builds them: what is registered is what is seen. */
export async function registeredPages(root: string): Promise<Tables> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const pagesOf = async (face: string): Promise<readonly PageEntry[]> =>
      (await vite.ssrLoadModule(join(root, 'src/web', face, 'pages.ts'))).pages
    return { resident: await pagesOf('resident'), desk: await pagesOf('desk'), screen: await pagesOf('screen') }
  } finally {
    await vite.close()
  }
}
