import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** How an article is told on a channel, in a language. */
export interface ArticleVariantRecord {
  /** A channel's name, a media type, or ANY. */
  channel: string
  locale: string
  title: string
  body: string
}

/** An article as it is published now; what it was before stands in its versions. */
export interface ArticleRecord {
  _id: string
  /** The number of the published version. */
  version: number
  publishedAt: Date
  keywords: string[]
  variants: ArticleVariantRecord[]
  /** The English title in lower case, for lists in order of title. */
  sortTitle: string
  /** Grows with every publication of any article: what is newer than a reader's own has to be read again. */
  revision: number
}

const variant = new Schema<ArticleVariantRecord>(
  { channel: String, locale: String, title: String, body: String },
  { _id: false },
)
const schema = new Schema<ArticleRecord>(
  {
    _id: String,
    version: { type: Number, required: true },
    publishedAt: { type: Date, required: true },
    keywords: [String],
    variants: [variant],
    sortTitle: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false },
)
schema.index({ sortTitle: 1, _id: 1 })
schema.index({ revision: 1 }, { unique: true })

export const Articles = defineModel<ArticleRecord>('Article', schema, 'articles')
