import type { RequestContext } from '#platform/service/service-context.ts'

/** What a resolver of this subgraph works with. */
export type MetricsContext = RequestContext
