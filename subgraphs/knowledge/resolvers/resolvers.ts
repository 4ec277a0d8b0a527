import type { Resolvers } from '../generated/resolvers.ts'
import { Article } from './Article.ts'
import { Conversation } from './Conversation.ts'
import { publishArticle } from './mutation/publishArticle.ts'
import { article } from './query/article.ts'
import { articles } from './query/articles.ts'

/** The whole graph of this subgraph. */
export const resolvers: Resolvers = {
  Query: { article, articles },
  Mutation: { publishArticle },
  Article,
  Conversation,
}
