import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { addresses } from './scripts/addresses.ts'
import { offline } from './scripts/offline.ts'

/** The gallery is built with the faces, and opened by the demo alone. */
const faces = ['resident', 'desk', 'screen', 'gallery']
const root = import.meta.dirname
const version = String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)

// Two builds out of one source: `vite build` for the browsers, `vite build --ssr` for the server and its commands.
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server() : client()))

function client(): UserConfig {
  // The host stays the one that the browser asked, or the server would take every act for one of another site.
  const behind = { target: `http://127.0.0.1:${process.env.PORT || 3000}`, changeOrigin: false }
  const pages = faces.map((face) => join(root, 'src/web', face, 'index.html')).filter((page) => existsSync(page))
  return {
    root: join(root, 'src/web'),
    publicDir: join(root, 'src/web/public'),
    plugins: [react(), facesInDevelopment(), offline(root), addresses(root, faces), pressed()],
    define: { __VERSION__: JSON.stringify(version) },
    server: { port: 5173, proxy: { '/api': behind, '/ready': behind } },
    build: {
      outDir: join(root, 'dist/client'),
      emptyOutDir: true,
      target: ['chrome109', 'safari16', 'firefox115'],
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.fromEntries(pages.map((page) => [basename(join(page, '..')), page])) },
      chunkSizeWarningLimit: 1_500,
      reportCompressedSize: false,
    },
  }
}

function server(): UserConfig {
  const commands = readdirSync(join(root, 'src/commands')).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const named = commands.map((file) => [`commands/${basename(file, '.ts')}`, join(root, 'src/commands', file)])
  return {
    root,
    publicDir: false,
    define: { __VERSION__: JSON.stringify(version) },
    build: {
      ssr: true,
      outDir: join(root, 'dist/server'),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          main: join(root, 'src/main.ts'),
          reader: join(root, 'src/city/reader.ts'),
          planner: join(root, 'src/city/planner.ts'),
          surveyor: join(root, 'src/city/surveyor.ts'),
          ...Object.fromEntries(named),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  }
}

/** Lays `.br` and `.gz` beside every text of the built client, so that the server never compresses anything. */
function pressed(): Plugin {
  return {
    name: 'pressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|mjs|css|html|svg|json|wasm)$/.test(name))) {
        const content = readFileSync(join(dir, file))
        if (content.length < 1_024) continue
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 10 }
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(content, { params: quality }))
        writeFileSync(join(dir, `${file}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

/** The addresses of the faces are the same under `npm run dev` as under the real server. */
function facesInDevelopment(): Plugin {
  return {
    name: 'faces-in-development',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const url = request.url ?? '/'
        const isPage = (request.headers.accept ?? '').includes('text/html') && !/\.\w+($|\?)/.test(url)
        const path = url.split('?')[0] ?? url
        const face = faces.find((name) => path === `/${name}` || path.startsWith(`/${name}/`)) ?? 'resident'
        if (isPage && !url.startsWith('/api')) request.url = `/${face}/index.html`
        next()
      })
    },
  }
}
