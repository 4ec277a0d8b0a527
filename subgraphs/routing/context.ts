import type { RequestContext } from '#platform/service/service-context.ts'

/** What routing's resolvers work with. */
export type RoutingContext = RequestContext
