import { defineLoader } from '#platform/graph/loader.ts'
import type { KnowledgeContext } from './context.ts'
import type { ArticleRecord } from './models/article.ts'
import type { ConversationTopicRecord } from './models/conversation-topic.ts'
import { findArticles } from './services/find-articles.ts'
import { findChannelKinds } from './services/find-channel-kinds.ts'
import { findTopics } from './services/find-topics.ts'

/** One published article by id. */
export const articleById = defineLoader<ArticleRecord, KnowledgeContext>(findArticles)

/** What the customer of a conversation lately said. */
export const topicOf = defineLoader<ConversationTopicRecord, KnowledgeContext>(findTopics)

/** The media type of a channel; null while no message has come by it. */
export const mediaTypeOf = defineLoader<string, KnowledgeContext>(findChannelKinds)
