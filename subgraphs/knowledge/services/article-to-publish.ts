import type { ArticleVariantRecord } from '../models/article.ts'

/** What an editor hands in. */
export interface ArticleToPublish {
  id?: string | null
  /** The version the editor started from; null for a new article. */
  baseVersion?: number | null
  keywords: readonly string[]
  variants: readonly ArticleVariantRecord[]
}
