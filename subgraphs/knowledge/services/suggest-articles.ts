import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ArticleRecord, ArticleVariantRecord } from '../models/article.ts'
import type { ConversationTopicRecord } from '../models/conversation-topic.ts'
import { articleIndexOf } from './article-index.ts'
import { chooseVariant } from './choose-variant.ts'

/** An article that may help in a conversation. */
export interface Suggestion {
  article: ArticleRecord
  variant: ArticleVariantRecord
  score: number
  matchedTerms: string[]
}

/** Most suggestions for one conversation. */
export const maxSuggestions = 10
/** Weaker matches are left out: a wrong article costs an agent more than none. */
const leastScore = 0.3
/** The latest words say what it is about now. */
const wordsThatCount = 5

/**
 * Articles that fit the customer's latest words, the best first.
 * @param articleById batched by the caller, so that many conversations cost one read
 */
export async function suggestArticles(
  ctx: ServiceContext,
  topic: ConversationTopicRecord | null,
  first: number,
  articleById: (id: string) => Promise<ArticleRecord | null>,
): Promise<Suggestion[]> {
  if (!topic) return []
  const said = topic.texts
    .slice(-wordsThatCount)
    .map(({ text }) => text)
    .join('\n')
  const locale = /\p{Script=Han}/u.test(said) ? 'zh-CN' : 'en'
  const matches = (await articleIndexOf(ctx).search(ctx, said))
    .filter(({ score }) => score >= leastScore)
    .slice(0, Math.min(Math.max(first, 0), maxSuggestions))
  const suggestions = await Promise.all(
    matches.map(async ({ articleId, score, words: matchedTerms }): Promise<Suggestion | null> => {
      const article = await articleById(articleId)
      const variant = article && chooseVariant(article.variants, { ...topic, locale })
      return variant ? { article, variant, score, matchedTerms } : null
    }),
  )
  return suggestions.filter((suggestion) => suggestion !== null)
}
