import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Classifier } from '../model/classify.ts'
import type { ModelId } from '../model/learning.ts'
import { readModel, writeModel } from '../rules/classify/model-file.ts'

/** Where a city's own models and lessons lie: `<DATA_DIR>/models/<district>` and `<DATA_DIR>/lessons/*.jsonl`. */
export function createModelFiles(dataDir: string) {
  const folderOf = (district: string) => join(dataDir, 'models', district)
  const fileOf = (district: string, id: ModelId) => join(folderOf(district), `${id}.bin`)
  const lessons = join(dataDir, 'lessons')
  return {
    /** Whole or not at all. */
    async write(district: string, id: ModelId, model: Classifier): Promise<void> {
      const file = fileOf(district, id)
      await mkdir(folderOf(district), { recursive: true })
      await writeFile(`${file}.part`, writeModel(model))
      await rename(`${file}.part`, file)
    },
    /** Null where the file is not here, damaged or of another version. */
    async read(district: string, id: ModelId): Promise<Classifier | null> {
      const bytes = await readFile(fileOf(district, id)).catch(ifMissing)
      const read = bytes && readModel(bytes)
      return read?.ok ? read.model : null
    },
    async names(district: string): Promise<readonly string[]> {
      const names = (await readdir(folderOf(district)).catch(ifMissing)) ?? []
      return names.filter((name) => name.endsWith('.bin')).map((name) => name.slice(0, -'.bin'.length))
    },
    /** The files of labelled lessons that somebody laid down, in the order of their names. */
    async lessonFiles(): Promise<readonly string[]> {
      const names = (await readdir(lessons).catch(ifMissing)) ?? []
      return names.filter((name) => name.endsWith('.jsonl')).toSorted()
    },
    readLessons: (name: string): Promise<Buffer> => readFile(join(lessons, name)),
  }
}

export type ModelFiles = ReturnType<typeof createModelFiles>

function ifMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
