import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')
const exhibits = join(src, 'web/gallery/exhibits')

test('every part of the kit is shown in the gallery', () => {
  const shown = readdirSync(exhibits).map((file) => readFileSync(join(exhibits, file), 'utf8'))
  const all = [...shown, readFileSync(join(src, 'web/gallery/Gallery.tsx'), 'utf8')].join('\n')
  const parts = readdirSync(join(src, 'ui/parts')).filter((file) => /^\w+\.tsx$/.test(file))
  expect(parts.length).toBeGreaterThan(30)
  expect(parts.filter((file) => !new RegExp(`ui/parts/${file.replace('.', '\\.')}'`).test(all))).toEqual([])
})
