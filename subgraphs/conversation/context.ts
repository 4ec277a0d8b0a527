import type { RequestContext, ServiceContext } from '#platform/service/service-context.ts'
import type { ConversationConfig } from './config.ts'

/** What services of this subgraph work with. */
export type ConversationService = ServiceContext<ConversationConfig>

/** The same, for one request on behalf of a viewer. */
export type ConversationContext = RequestContext<ConversationConfig>
