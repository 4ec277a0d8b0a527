import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../models/sla-policy.ts'
import type { Saved } from '../refusal.ts'
import { settingsChanged } from './settings/settings-changed.ts'

/** Ends an SLA policy: running clocks follow the next one that applies, or are canceled where there is none. */
export async function removeSlaPolicy(ctx: ServiceContext, id: string): Promise<Saved<SlaPolicyRecord>> {
  return ctx.transaction(async (session) => {
    const policy = await SlaPolicies(ctx.db)
      .findOneAndUpdate(
        { _id: id, removedAt: null },
        { $set: { removedAt: ctx.now() } },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!policy) {
      const message = `There is no policy ${id}.`
      return { saved: null, refusals: [{ field: 'id', code: 'NOT_FOUND', message }] }
    }
    await settingsChanged(ctx, session)
    return { saved: policy, refusals: [] }
  })
}
