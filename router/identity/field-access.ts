import { forbidden } from '#platform/errors/forbidden.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Viewer } from '#platform/identity/viewer.ts'

/** The root fields that the widget needs; whose conversation it is, the subgraph checks. */
const visitorFields: ReadonlySet<string> = new Set([
  'Query.conversation',
  'Query.visitorConversation',
  'Query.article',
  'Mutation.sendVisitorMessage',
  'Subscription.messageAdded',
  'Subscription.conversationChanged',
])

/** What other organisations' programs may read, by the scope of their key. */
const partnerFields: Readonly<Record<string, ReadonlySet<string>>> = {
  'articles:read': new Set(['Query.article', 'Query.articles']),
  'metrics:read': new Set(['Query.channelMetrics', 'Query.liveMetrics', 'Query.queues', 'Query.queue']),
  'conversations:read': new Set(['Query.conversation', 'Query.conversations', 'Query.session']),
  'customers:read': new Set(['Query.customer', 'Query.customers']),
}

/** The scopes that a partner's key can have. */
export const partnerScopes: readonly string[] = Object.keys(partnerFields)

const introspectionFields: ReadonlySet<string> = new Set(['__schema', '__type'])

/**
 * Checks the root fields of an operation against what kind of viewer asks: staff may ask for everything (their roles
 * are the subgraphs' matter), visitors and partners only for what is listed, anybody else for nothing.
 * @param rootFields the names under the operation's root, fragments expanded, whether skipped or not
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function refuseForbiddenFields(
  viewer: Viewer,
  rootType: 'Query' | 'Mutation' | 'Subscription',
  rootFields: Iterable<string>,
  allowIntrospection: boolean,
): void {
  for (const field of rootFields) {
    if (field === '__typename') continue
    if (introspectionFields.has(field)) {
      if (!allowIntrospection) throw forbidden({ needs: ['introspection'] })
      continue
    }
    if (viewer.kind === 'anonymous') throw unauthenticated()
    if (!mayAsk(viewer, `${rootType}.${field}`)) throw forbidden({ needs: ['staff'] })
  }
}

function mayAsk(viewer: Viewer, field: string): boolean {
  if (viewer.kind === 'visitor') return visitorFields.has(field)
  if (viewer.kind === 'partner') return viewer.scopes.some((scope) => partnerFields[scope]?.has(field))
  return true
}
