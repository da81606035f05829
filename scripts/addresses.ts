import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const entry = /^\s*(?:\{ )?path: '(\/[^']*)'/gm

/** The addresses of a face's table of contents, read from the files that lie beside it. */
export function addressesOf(folder: string): readonly string[] {
  const tables = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const found = tables.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(entry)].map(([, path = '']) => path),
  )
  return [...new Set(found)].toSorted()
}

/** Lays `addresses.json` beside the page of each face, so that the server knows which addresses a face has. */
export function addresses(root: string, faces: readonly string[]): Plugin {
  return {
    name: 'addresses',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const face of faces) {
        const known = addressesOf(join(root, 'src/web', face))
        if (known.length > 0 && existsSync(join(dir, face)))
          writeFileSync(join(dir, face, 'addresses.json'), JSON.stringify(known))
      }
    },
  }
}
