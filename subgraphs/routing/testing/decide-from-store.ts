import type { ServiceContext } from '#platform/service/service-context.ts'
import { createRoutingCore } from '../services/core/create-routing-core.ts'
import type { OfferDecision } from '../services/core/decision.ts'
import { readSnapshot } from '../services/leader/read-snapshot.ts'

/** What the core decides of the store as it stands: two hundred offers at most. */
export async function decideFromStore(ctx: ServiceContext, at: Date): Promise<OfferDecision[]> {
  const core = createRoutingCore()
  await readSnapshot(ctx, (fact) => core.apply(fact, at.getTime()))
  return core.decideAll(at.getTime(), 200)
}
