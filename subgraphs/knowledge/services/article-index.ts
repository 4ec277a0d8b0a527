import MiniSearch from 'minisearch'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ArticleRecord, Articles } from '../models/article.ts'
import { cutWords } from './cut-words.ts'
import { tokenize } from './tokenize.ts'

/** How well an article fits some words. */
export interface ArticleMatch {
  articleId: string
  /** From 0 to 1. */
  score: number
  /** The words of the search that were found, as they were written. */
  words: string[]
}

interface IndexedVariant {
  /** `article|position`. */
  id: string
  articleId: string
  title: string
  keywords: string
  body: string
}

/** Between two looks for newer publications of other processes. */
const freshForMs = 1_000
/** Articles read at once. */
const batchSize = 200
/** Different words of a search that count; the last ones, which in a conversation are the latest. */
const maxTerms = 64
/**
 * BM25 grows with the number of documents, by the logarithm of which a word is rare. This many times it gives the
 * score of one half, about that of one rare word in a title.
 */
const halfAtRarity = 3.5

/**
 * The published articles, searchable in memory. It follows the store: before a search, at most once a second, it
 * reads what was published since, by revision.
 */
export class ArticleIndex {
  readonly #index = new MiniSearch<IndexedVariant>({
    fields: ['title', 'keywords', 'body'],
    storeFields: ['articleId'],
    tokenize,
    processTerm: (term) => term,
  })
  readonly #variants = new Map<string, string[]>()
  #revision = 0
  #lookedAtMs = Number.NEGATIVE_INFINITY
  #following: Promise<void> | undefined

  /** Articles that fit the words, the best first. Of an article's variants the best one counts. */
  async search(ctx: ServiceContext, text: string): Promise<ArticleMatch[]> {
    await this.#follow(ctx)
    const writtenOf = new Map(cutWords(text).map(({ term, written }) => [term, written]))
    const terms = [...writtenOf.keys()].slice(-maxTerms)
    const found = this.#index.search(terms.join(' '), {
      tokenize: (joined) => joined.split(' '),
      boost: { title: 3, keywords: 4 },
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      prefix: false,
    })
    const halfScore = halfAtRarity * Math.log(1 + this.#index.documentCount)
    const best = new Map<string, ArticleMatch>()
    for (const { articleId, score, queryTerms } of found) {
      const known = best.get(articleId as string)
      const normal = score / (score + halfScore)
      if (known && known.score >= normal) continue
      const words = terms
        .filter((term) => queryTerms.includes(term))
        .map((term) => writtenOf.get(term) ?? term)
      best.set(articleId as string, { articleId, score: normal, words })
    }
    return [...best.values()].sort((a, b) => b.score - a.score)
  }

  /** Reads what is published, so that the first search does not wait for it. */
  async warm(ctx: ServiceContext): Promise<void> {
    await this.#follow(ctx)
  }

  /** The next search looks for newer publications at once. */
  markStale(): void {
    this.#lookedAtMs = Number.NEGATIVE_INFINITY
  }

  async #follow(ctx: ServiceContext): Promise<void> {
    if (performance.now() - this.#lookedAtMs < freshForMs) return
    this.#following ??= this.#readNewer(ctx).finally(() => {
      this.#following = undefined
    })
    await this.#following
  }

  async #readNewer(ctx: ServiceContext): Promise<void> {
    const began = performance.now()
    for (;;) {
      const newer = await Articles(ctx.db)
        .find({ revision: { $gt: this.#revision } })
        .sort({ revision: 1 })
        .limit(batchSize)
        .lean()
      for (const article of newer) this.#put(article)
      if (newer.length < batchSize) break
    }
    this.#lookedAtMs = began
  }

  #put(article: ArticleRecord): void {
    for (const id of this.#variants.get(article._id) ?? []) this.#index.discard(id)
    const variants = article.variants.map(({ title, body }, position) => ({
      // A discarded id may not come back before MiniSearch has cleaned up: the revision makes it new.
      id: `${article._id}|${article.revision}|${position}`,
      articleId: article._id,
      title,
      keywords: article.keywords.join(' '),
      body,
    }))
    this.#index.addAll(variants)
    this.#variants.set(
      article._id,
      variants.map(({ id }) => id),
    )
    this.#revision = Math.max(this.#revision, article.revision)
  }
}

const indexes = new WeakMap<ServiceContext['db'], ArticleIndex>()

/** The index over this service's articles; one for each database. */
export function articleIndexOf(ctx: ServiceContext): ArticleIndex {
  let index = indexes.get(ctx.db)
  if (!index) {
    index = new ArticleIndex()
    indexes.set(ctx.db, index)
  }
  return index
}
