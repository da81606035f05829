import type { Classifier } from '../model/classify.ts'
import { readModel } from '../rules/classify/model-file.ts'

let shipped: Promise<Classifier> | null = null

/** The model that comes with the project. Loaded when first asked for: a city that never classifies pays nothing. */
export function shippedClassifier(): Promise<Classifier> {
  shipped ??= load()
  return shipped
}

async function load(): Promise<Classifier> {
  const { default: inline } = await import('./classifier.bin?url&inline')
  const read = readModel(Buffer.from(inline.slice(inline.indexOf(',') + 1), 'base64'))
  if (!read.ok) throw new Error(`the shipped model cannot be read: ${read.refusal}`)
  return read.model
}
