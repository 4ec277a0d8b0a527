import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { ArticleVariantRecord } from './article.ts'

/** One version of an article; only its status ever changes. */
export interface ArticleVersionRecord {
  _id: string
  articleId: string
  number: number
  status: 'PUBLISHED' | 'RETIRED'
  keywords: string[]
  variants: ArticleVariantRecord[]
  publishedAt: Date
  /** The account that published it. */
  publishedBy: string
  retiredAt: Date | null
}

const schema = new Schema<ArticleVersionRecord>(
  {
    _id: String,
    articleId: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    status: { type: String, enum: ['PUBLISHED', 'RETIRED'], required: true },
    keywords: { type: [String], immutable: true },
    variants: {
      type: [{ _id: false, channel: String, locale: String, title: String, body: String }],
      immutable: true,
    },
    publishedAt: { type: Date, required: true, immutable: true },
    publishedBy: { type: String, required: true, immutable: true },
    retiredAt: { type: Date, default: null },
  },
  { versionKey: false },
)
schema.index({ articleId: 1, number: 1 }, { unique: true })
schema.index(
  { articleId: 1 },
  { unique: true, partialFilterExpression: { status: 'PUBLISHED' }, name: 'one_published_version' },
)

export const ArticleVersions = defineModel<ArticleVersionRecord>('ArticleVersion', schema, 'article_versions')
