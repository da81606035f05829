import type { Static } from 'typebox'
import type { JsonSchema } from '../../../../platform/forms/schema.ts'
import type { Said } from '../../../../platform/words.ts'
import type { MinePage, OrderFiled, OrderLine, UploadedPhoto } from '../../model/views.ts'

/** The answers that the pages read; types alone, so that no schema travels to the browser. */
export type Filed = Static<typeof OrderFiled>
export type Line = Static<typeof OrderLine>
export type LinesPage = Static<typeof MinePage>
export type Uploaded = Static<typeof UploadedPhoto>

/** A line of the public catalogue. */
export type MatterCard = {
  readonly id: string
  readonly name: Said
  readonly category: readonly string[]
  readonly urgent: boolean
}

export type MatterPage = { readonly rows: readonly MatterCard[]; readonly next: string | null }

/** One matter as anybody may read it. */
export type PublicMatter = MatterCard & {
  readonly form: JsonSchema
  readonly promises: readonly {
    readonly key: string
    readonly mark: string
    readonly source: string
    readonly said: Said
  }[]
  readonly effectiveFrom: string
  readonly sourceDoc: string
}
