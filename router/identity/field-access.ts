import { forbidden } from '#platform/errors/forbidden.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Viewer } from '#platform/identity/viewer.ts'

/**
 * The contracts: viewers of these kinds see the fields that subgraphs tag with the kind's name, and for them nothing
 * else exists.
 */
export const contracts = ['visitor', 'partner'] as const

/** Where reading begins for other organisations' programs, by the scope of their key. */
const partnerFields: Readonly<Record<string, ReadonlySet<string>>> = {
  'articles:read': new Set(['Query.article', 'Query.articles']),
  'metrics:read': new Set([
    'Query.channelMetrics',
    'Query.liveMetrics',
    'Query.queues',
    'Query.queue',
    'Subscription.liveMetricsChanged',
  ]),
  'conversations:read': new Set([
    'Query.conversation',
    'Query.conversations',
    'Query.session',
    'Subscription.conversationChanged',
  ]),
  'customers:read': new Set(['Query.customer', 'Query.customers']),
  'customers:identify': new Set(),
}

/** The scopes that a partner's key can have. */
export const partnerScopes: readonly string[] = Object.keys(partnerFields)

const introspectionFields: ReadonlySet<string> = new Set(['__schema', '__type'])

/**
 * Checks where an operation begins: staff may begin anywhere in the graph, visitors and partners anywhere in their
 * contract, partners only where a scope of their key names it, anybody else nowhere. What lies below is the contract's
 * and the access directives' matter.
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
    if (viewer.kind === 'partner') {
      const name = `${rootType}.${field}`
      const opening = partnerScopes.filter((scope) => partnerFields[scope]?.has(name))
      if (!opening.some((scope) => viewer.scopes.includes(scope))) throw forbidden({ needs: opening })
    }
  }
}
